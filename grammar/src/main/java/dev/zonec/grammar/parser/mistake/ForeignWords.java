package dev.zonec.grammar.parser.mistake;

import static dev.zonec.grammar.parser.mistake.ForeignWord.word;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognizes words of Kubernetes manifests, Cilium, Calico, Terraform, firewalls, Rego, Cedar and
 * security groups, with the equivalents in the language.
 */
final class ForeignWords {
  private static final String ALLOW = "write a flow as `allow A -> B : tcp/8080`";
  private static final String CLAIM = "write a claim as `assert NAME: never A -> B`";
  private static final String PODS = "select pods by their labels: `pods app=web`";
  static final String[] NAMES = {
    "declare the addresses: `external NAME { cidr 203.0.113.0/24 }`",
    "or send the traffic through an egress proxy, and name the zone of the proxy",
    "or add a policy that supports host names, such as a CiliumNetworkPolicy"
  };

  private static final List<ForeignWord> STATEMENTS =
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

  private static final List<ForeignWord> FLOWS =
      List.of(
          word(
              Position.AFTER_FLOW,
              "until till before expiring expires_at valid for",
              "the last day of a flow is an attribute",
              "write it in braces: `{ expires 2027-06-30 }`"),
          word(
              Position.AFTER_FLOW,
              "because reason: comment description desc",
              "the reason of a flow is an attribute",
              "write it in braces: `{ reason \"…\" }`"),
          word(
              Position.AFTER_FLOW,
              "priority order weight precedence action",
              "flows have no order and no action",
              "remove it: every flow allows, and connections that no flow allows are denied"),
          word(
              Position.AFTER_WAIVER,
              "until till before expiring expires_at valid because owner reason ticket expires"
                  + " approved_by",
              "`%s` is an attribute and needs braces",
              "write `{ reason \"…\"  approved_by @team  expires 2027-06-30 }`"),
          word(
              Position.AFTER_FLOW,
              "log logging audit",
              "NetworkPolicies do not log",
              "remove it; to document the flow, write `{ owner @team  reason \"…\" }`"),
          word(
              Position.AFTER_FLOW,
              "get post put delete patch head method methods path paths http headers sni host hosts"
                  + " url uri grpc",
              "NetworkPolicies match addresses and ports, but not `%s`",
              "name the port, `: tcp/8080`; for methods, paths and host names use a service mesh or"
                  + " a policy kind that reads requests"),
          word(
              Position.AFTER_FLOW,
              "if when where unless provided",
              "a flow has no condition",
              "for a condition on a parameter, write `when env = prod { allow A -> B : tcp/8080 }`;"
                  + " for a condition on pods, declare a zone"),
          word(
              Position.AFTER_FLOW,
              "established related stateful reply bidirectional both return",
              "responses need no flow",
              "remove it: responses are always allowed; to let both ends open connections, write `A"
                  + " <-> B`"),
          word(
              Position.AFTER_FLOW,
              "and or",
              "a flow has one destination, or a set of them",
              "list several names in braces, `A -> {b, c}`, and several services with commas, `:"
                  + " http, tcp/9090`"),
          word(
              Position.AFTER_FLOW,
              "via through",
              "a flow is a single connection",
              "write one flow for each hop: `allow A -> B` and `allow B -> C`"),
          word(
              Position.AFTER_FLOW,
              "as serviceaccount sa principal principals identity role",
              "NetworkPolicies select pods by labels, not by identities",
              "declare a zone: `zone NAME { namespace shop  pods app=web }`"),
          word(
              Position.END,
              "and or",
              "several zones at one end need braces",
              "write `allow {a, b} -> c`"),
          word(
              Position.FLOW_END,
              "not",
              "an end cannot be negated",
              "take the zone out of a larger one, `{shop except api}`; to claim that only A"
                  + " connects to B, write `assert NAME: only A -> B`"),
          word(
              Position.ATTRIBUTE,
              "description comment desc why note message name title because",
              "there is no attribute `%s`",
              "write `reason \"…\"`"),
          word(
              Position.ATTRIBUTE,
              "team contact by author maintainer approver",
              "there is no attribute `%s`",
              "write `owner @team` for a flow, and `approved_by @team` for a waiver"),
          word(
              Position.ATTRIBUTE,
              "until expiry expire ttl valid_until end till for",
              "there is no attribute `%s`",
              "write the last day as `expires 2027-06-30`"),
          word(
              Position.ATTRIBUTE,
              "log logging audit",
              "NetworkPolicies do not log",
              "remove it; to document the flow, write `owner @team  reason \"…\"`"),
          word(
              Position.ATTRIBUTE,
              "methods headers sni hosts url uri http grpc get post",
              "NetworkPolicies match addresses and ports, but not `%s`",
              "write the ports after a colon, before the braces: `allow A -> B : tcp/8080 { … }`"),
          word(
              Position.ATTRIBUTE,
              "issue jira bug ref link",
              "there is no attribute `%s`",
              "write `ticket OPS-17`"),
          word(
              Position.ATTRIBUTE,
              "port ports protocol service to from method path",
              "`%s` is not an attribute",
              "write the ports after a colon, before the braces: `allow A -> B : tcp/8080 { … }`"));

  private static final List<ForeignWord> CLAUSES =
      List.of(
          word(
              Position.CONTINUED_CLAUSE,
              "or",
              "a selector has no `%s`",
              "for several values of one label write `app in (a, b)`; for other alternatives write"
                  + " several `pods` lines: `pods app=a  pods tier=b`"),
          word(
              Position.CONTINUED_CLAUSE,
              "and",
              "a selector has no `%s`",
              "separate conditions that must all hold by commas: `app=a, tier=b`"),
          word(
              Position.CONTINUED_CLAUSE,
              "not is equals has matches like startswith contains",
              "a selector has no `%s`",
              "write a condition as `app=web`, `app!=web`, `app in (a, b)`, `app notin (a, b)`,"
                  + " `app` or `!app`"),
          word(
              Position.CLAUSE,
              "podselector matchlabels matchexpressions selector labels label podlabels"
                  + " endpointselector label_selector pod tags",
              "there is no `%s`",
              PODS),
          word(
              Position.CLAUSE,
              "namespaceselector namespacelabels nsselector",
              "there is no `%s`",
              "select namespaces by their labels: `namespaces env=prod`"),
          word(
              Position.CLAUSE,
              "ns project",
              "there is no `%s`",
              "write the namespace of a zone as `namespace shop`"),
          word(
              Position.CLAUSE,
              "ipblock ip ips address addresses block blocks cidrs cidr_blocks cidr_block subnet"
                  + " range nets",
              "there is no `%s`",
              "declare addresses in an external: `external NAME { cidr 203.0.113.0/24 }`"),
          word(
              Position.CLAUSE,
              "tofqdns fqdn fqdns host hosts hostname domain domains dns url matchname"
                  + " matchpattern",
              "NetworkPolicies do not support host names",
              NAMES),
          word(
              Position.CLAUSE,
              "port ports protocol protocols from_port to_port toports",
              "the ports belong to a flow, not to its ends",
              "write them after a colon: `allow A -> B : tcp/8080`"),
          word(
              Position.CLAUSE,
              "service services svc",
              "an end has no `%s`",
              "for the pods behind a Service, use the labels of its selector: `pods app=web`; for"
                  + " ports, write them in a flow: `allow A -> B : tcp/8080`"),
          word(
              Position.CLAUSE,
              "zones zone members includes include union contains",
              "a zone selects pods, not other zones",
              "nest the zones in it, `zone A in NAME { … }`, or name them in the flow: `allow {a,"
                  + " b} -> c`"),
          word(
              Position.CLAUSE,
              "from to toendpoints fromendpoints allow_from allow_to source destination",
              "a zone does not contain flows",
              "write a flow as a separate statement: `allow A -> B : tcp/8080`"),
          word(
              Position.CLAUSE,
              "serviceaccount sa serviceaccountname principal identity",
              "NetworkPolicies select pods by labels, not by service accounts",
              PODS),
          word(
              Position.CLAUSE,
              "name",
              "the name of a zone belongs before the braces",
              "write `zone NAME { namespace shop  pods app=web }`"),
          word(
              Position.CLAUSE,
              "parent inherits extends in",
              "the name of the outer zone belongs before the braces",
              "write `zone A in B { … }`"),
          word(
              Position.CLAUSE,
              "deployment workload statefulset daemonset container image",
              "a zone selects pods by labels, not by `%s`",
              "use the labels of the pod template: `pods app=web`"),
          word(
              Position.CLAUSE,
              "entities toentities fromentities",
              "there are no entities",
              "use the built-in names `internet`, `any`, `any-pod`, `apiserver` and `nodes` in"
                  + " flows"),
          word(
              Position.CLAUSE,
              "policytypes",
              "there is no `%s`",
              "remove it: by default a zone denies both directions; to leave one open, write"
                  + " `egress allow`"),
          word(
              Position.CLAUSE,
              "description comment owner reason",
              "a zone has no `%s`",
              "write a comment above the zone: `## the shop's front end`"));

  private static final List<ForeignWord> OTHERS =
      List.of(
          word(
              Position.CLUSTER,
              "podcidr podcidrs pod pod_cidr clustercidr cluster_cidr pod-network-cidr",
              "there is no `%s`",
              "write the addresses of pods as `pods 10.244.0.0/16`"),
          word(
              Position.CLUSTER,
              "servicecidr service service_cidr svc clusterip service-cluster-ip-range",
              "there is no `%s`",
              "write the addresses of Services as `services 10.96.0.0/12`"),
          word(
              Position.CLUSTER,
              "nodecidr node node_cidr hosts host",
              "there is no `%s`",
              "write the addresses of nodes as `nodes 172.18.0.0/16`"),
          word(
              Position.CLUSTER,
              "api kubernetes master control-plane controlplane kube-apiserver api-server",
              "there is no `%s`",
              "write the addresses of the API server as `apiserver 172.18.0.2/32`"),
          word(
              Position.CLUSTER,
              "dns kubedns coredns",
              "`cluster` takes no `%s`",
              "remove it: the pods of the cluster's DNS are the built-in `dns`"),
          word(
              Position.DEFAULTS,
              "drop block reject none denied no false off closed",
              "`%s` is not a value here",
              "write `deny`"),
          word(
              Position.DEFAULTS,
              "accept permit pass all allowed yes true on open",
              "`%s` is not a value here",
              "write `allow`"),
          word(
              Position.PARAM,
              "number int integer float list map object bool boolean any",
              "there is no type `%s`",
              "use one of the types `enum(a, b)`, `cidr[]`, `string` and `port`"),
          word(
              Position.CONDITION,
              "is equals eq",
              "a condition has no `%s`",
              "write `when env = prod { … }`"),
          word(
              Position.CONDITION,
              "and",
              "a condition has no `%s`",
              "separate conditions that must all hold by commas: `when a = x, b = y { … }`"),
          word(
              Position.CONDITION,
              "or",
              "a condition has no `%s`",
              "for several values of one parameter write `env in (dev, test)`; otherwise write a"
                  + " second `when`"),
          word(
              Position.CLAIM,
              "unreachable cannot forbid forbidden deny denied not block blocked disallow"
                  + " disallowed nothing",
              "there is no claim `%s`",
              "write `never A -> B`, or `no path A ~> B`"),
          word(
              Position.CLAIM,
              "isolate isolation",
              "there is no claim `%s`",
              "write `isolated A`: the zone has its declared connections only"),
          word(
              Position.CLAIM,
              "can allow allows allowed reaches reach must may always connects",
              "there is no claim `%s`",
              "to claim that the policies allow a connection, write `reachable A -> B : tcp/8080`"),
          word(
              Position.CLAIM,
              "all every forall each",
              "a claim has no `%s`",
              "remove it, and name the kind of claim: each is about all pods of its zones, as in"
                  + " `never A -> B`, `reachable A -> B` or `no path A ~> B except via C`"),
          word(
              Position.CLAIM,
              "path exists some",
              "there is no claim that a path exists",
              "claim each connection of the path: `reachable A -> B : tcp/8080`"),
          word(
              Position.CLAIM,
              "layered layers layer tier tiered",
              "there is no claim `%s`",
              "write `tiers adjacent in {A, B}`; each of the zones has a tier: `zone A tier edge {"
                  + " … }`"),
          word(
              Position.AFTER_CLAIM,
              "via through",
              "the zones that a path may pass through are an exception",
              "write `no path A ~> B except via C`"),
          word(
              Position.AFTER_CLAIM,
              "unless",
              "a claim has no `%s`",
              "write `except via C` for zones that a path may pass through; for an exception that"
                  + " expires, write a `waive` statement"),
          word(
              Position.AFTER_CLAIM,
              "on over port ports",
              "the ports of a claim belong after a colon",
              "write `never A -> B : tcp/8080`"),
          word(
              Position.AFTER_CLAIM,
              "in max hops",
              "the length of a path is limited with `within`",
              "write `no path A ~> B within 3 hops`"));

  private ForeignWords() {}

  static Optional<Guess> guess(UnexpectedToken at) {
    return Stream.of(FLOWS, CLAUSES, OTHERS, STATEMENTS)
        .flatMap(List::stream)
        .flatMap(each -> each.guess(at).stream())
        .findFirst();
  }
}
