package dev.zonec.grammar.parser.mistake;

import static dev.zonec.grammar.parser.mistake.ForeignWord.word;

import java.util.List;

/** Words of other languages that stand where a statement can begin. */
final class StatementWords {
  private static final String ALLOW = "write a flow as `allow A -> B : tcp/8080`";
  private static final String CLAIM = "write a claim as `assert NAME: never A -> B`";

  static final List<ForeignWord> ALL =
      List.of(
          word(
              Position.STATEMENT,
              "deny block drop reject forbid refuse prohibit",
              "there is no `%s`: flows only allow",
              "remove it: everything that no flow allows is denied; to prove that, write `assert"
                  + " NAME: never A -> B`"),
          word(
              Position.STATEMENT,
              "apiversion kind metadata spec",
              "`%s` belongs to a Kubernetes manifest",
              "this looks like a Kubernetes manifest: pass it with `-m PATH`"),
          word(Position.STATEMENT, "permit accept", "there is no `%s`", ALLOW),
          word(
              Position.STATEMENT,
              "flow rule policy connect connection link grant pass let-through from network_policy"
                  + " networkpolicy network-policy ciliumnetworkpolicy globalnetworkpolicy policies"
                  + " rules",
              "there is no statement `%s`",
              ALLOW),
          word(
              Position.STATEMENT,
              "ensure check require requires never only no test expect prove claim invariant"
                  + " isolated reachable",
              "a claim does not begin with `%s`",
              CLAIM),
          word(
              Position.STATEMENT,
              "namespace namespaces pods pod cidr selector ns podselector endpointselector labels"
                  + " label matchlabels namespaceselector",
              "`%s` is not a statement",
              "write it in a zone: `zone NAME { namespace shop  pods app=web }`"),
          word(
              Position.STATEMENT,
              "dns unzoned",
              "`%s` is not a statement",
              "write it in `defaults`: `defaults { dns allow  unzoned deny }`"),
          word(
              Position.STATEMENT,
              "apiserver nodes services",
              "`%s` is not a statement",
              "declare addresses of the cluster as `cluster { apiserver 172.18.0.2/32 }`"),
          word(
              Position.STATEMENT,
              "owner reason ticket expires",
              "`%s` is not a statement",
              "write it in the braces of a flow: `allow A -> B : tcp/8080 { owner @team }`"),
          word(
              Position.STATEMENT,
              "relay open",
              "`%s` is not a statement",
              "write it after the name of an external: `external NAME relay { cidr 203.0.113.0/24"
                  + " }`"),
          word(
              Position.STATEMENT,
              "ingress egress inbound outbound ingressdeny egressdeny toports toendpoints"
                  + " fromendpoints toentities fromentities tocidr fromcidr tocidrset fromcidrset"
                  + " tofqdns",
              "there are no `%s` rules",
              "write a flow, which applies to both ends: `allow A -> B : tcp/8080`; what zones deny"
                  + " stands in `defaults { ingress deny  egress deny }`"),
          word(
              Position.STATEMENT,
              "default",
              "`default` is not a statement",
              "write `defaults { ingress deny  egress deny }`; this is the default"),
          word(
              Position.STATEMENT,
              "group set alias zonegroup union objectgroup object-group",
              "there are no groups of zones",
              "list the zones in the flow, `allow {a, b} -> c`, or nest them in one zone: `zone a"
                  + " in NAME { … }`"),
          word(
              Position.STATEMENT,
              "tier tiers order priority",
              "flows have no order, so there is no `%s` statement",
              "remove it; to give a zone a tier, write `zone NAME tier edge { … }`"),
          word(
              Position.STATEMENT,
              "resource provider terraform output data locals dynamic",
              "`%s` belongs to Terraform",
              "write a statement such as `zone NAME { … }` or `allow A -> B : tcp/8080`"),
          word(
              Position.STATEMENT,
              "variable var let const input parameter arg",
              "there is no `%s`",
              "for a value that differs between environments, write `param NAME : string = \"…\"`,"
                  + " and use it as `${NAME}`"),
          word(
              Position.STATEMENT,
              "package",
              "there is no `%s`",
              "begin the program with `module NAME`"),
          word(
              Position.STATEMENT,
              "include use using load source require_once",
              "there is no `%s`",
              "to use the names of another program, write `import \"PATH\" as NAME`"),
          word(
              Position.STATEMENT,
              "if else unless switch match case",
              "there is no `%s`",
              "for statements that depend on a parameter, write `when env = prod { … }`"),
          word(
              Position.STATEMENT,
              "for for_each loop each",
              "there is no `%s`",
              "for the same rules in many namespaces, write `foreach namespace with team { … }`; to"
                  + " name several zones in one statement, write `allow {a, b} -> c`"),
          word(
              Position.STATEMENT,
              "security_group securitygroup sg aws_security_group",
              "there are no security groups",
              "declare a zone, `zone NAME { namespace shop  pods app=web }`, and flows for its"
                  + " rules: `allow A -> B : tcp/443`"),
          word(
              Position.STATEMENT,
              "globalnetworkset networkset ipset prefix_list address-group host network subnet",
              "there is no `%s` statement",
              "declare the addresses: `external NAME { cidr 203.0.113.0/24 }`"),
          word(
              Position.STATEMENT,
              "port ports protocol",
              "`%s` is not a statement",
              "name the ports, `service NAME = tcp/8080`, or write them in a flow: `allow A -> B :"
                  + " tcp/8080`"),
          word(
              Position.STATEMENT,
              "exception except exempt ignore skip",
              "`%s` is not a statement",
              "to allow an exception to an assertion for some time, write `waive ASSERTION for A ->"
                  + " B { reason \"…\" approved_by @team expires 2027-06-30 }`"),
          word(
              Position.STATEMENT,
              "verify query why compile lint",
              "`%s` is a command, not a statement",
              "run `zonec %s`; to claim something about the program, write `assert NAME: never A ->"
                  + " B`"),
          word(
              Position.STATEMENT,
              "iptables nft ufw firewall-cmd access-list pf acl -a add",
              "this is a firewall command",
              ALLOW));

  private StatementWords() {}
}
