package dev.zonec.grammar.parser.mistake;

import static dev.zonec.grammar.parser.mistake.ForeignWord.word;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Words of Kubernetes manifests, Cilium, Calico, Terraform, firewalls, Rego, Cedar and security
 * groups, with what the language has in their place.
 */
final class ForeignWords {
  private static final String ALLOW = "a flow is written `allow A -> B : tcp/8080`";
  private static final String CLAIM = "a claim is written `assert NAME: never A -> B`";
  private static final String PODS = "pods are selected by their labels: `pods app=web`";
  static final String NAMES =
      "declare its addresses, `external NAME { cidr 203.0.113.0/24 }`, send it through an egress"
          + " proxy that has a zone, or use a policy kind that knows host names";

  private static final List<ForeignWord> STATEMENTS =
      List.of(
          word(
              Position.STATEMENT,
              "deny block drop reject forbid refuse prohibit",
              "there is no `%s`: flows only allow",
              "everything that no flow allows is denied; to have that proved, write"
                  + " `assert NAME: never A -> B`"),
          word(
              Position.STATEMENT,
              "apiversion kind metadata spec",
              "`%s` belongs to a Kubernetes manifest",
              "this looks like a Kubernetes manifest; manifests are given with `-m PATH`"),
          word(Position.STATEMENT, "permit accept", "there is no `%s`", ALLOW),
          word(
              Position.STATEMENT,
              "flow rule policy connect connection link grant pass let-through from",
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
              "namespace namespaces pods pod cidr selector ns podselector",
              "`%s` stands by itself",
              "this stands in a zone: `zone NAME { namespace shop  pods app=web }`"),
          word(
              Position.STATEMENT,
              "ingress egress inbound outbound",
              "there are no `%s` rules",
              "a flow speaks for both ends at once: `allow A -> B : tcp/8080`"),
          word(
              Position.STATEMENT,
              "default",
              "`default` is no statement",
              "what is denied by default is said in `defaults { ingress deny  egress deny }`,"
                  + " which holds without being written"),
          word(
              Position.STATEMENT,
              "group set alias zonegroup union objectgroup object-group",
              "there are no groups of zones",
              "write the zones where they are used, `allow {a, b} -> c`, or put them into one zone:"
                  + " `zone a in NAME { … }`"),
          word(
              Position.STATEMENT,
              "tier order priority",
              "flows have no order, so there is no `%s` statement",
              "all flows add up; a tier is part of a zone: `zone NAME tier edge { … }`"),
          word(
              Position.STATEMENT,
              "resource provider terraform output data locals dynamic",
              "`%s` belongs to Terraform",
              "the statements here are such as `zone NAME { … }` and `allow A -> B : tcp/8080`"),
          word(
              Position.STATEMENT,
              "variable var let const input parameter arg",
              "there is no `%s`",
              "a value that differs between environments is a parameter:"
                  + " `param NAME : string = \"…\"`, used as `${NAME}`"),
          word(
              Position.STATEMENT,
              "package",
              "there is no `%s`",
              "a program begins with `module NAME`"),
          word(
              Position.STATEMENT,
              "include use using load source require_once",
              "there is no `%s`",
              "names of another program come by `import \"PATH\" as NAME`"),
          word(
              Position.STATEMENT,
              "if else unless switch match case",
              "there is no `%s`",
              "what counts for some values of a parameter stands in `when env = prod { … }`"),
          word(
              Position.STATEMENT,
              "for for_each loop each",
              "there is no loop",
              "name several zones or namespaces at once: `allow {a, b} -> c`,"
                  + " `zone NAME { namespaces team=shop }`"),
          word(
              Position.STATEMENT,
              "security_group securitygroup sg aws_security_group",
              "there are no security groups",
              "a group of pods is a zone, `zone NAME { namespace shop  pods app=web }`, and its"
                  + " rules are flows: `allow A -> B : tcp/443`"),
          word(
              Position.STATEMENT,
              "globalnetworkset networkset ipset prefix_list address-group host network subnet",
              "there is no `%s` statement",
              "addresses have a name: `external NAME { cidr 203.0.113.0/24 }`"),
          word(
              Position.STATEMENT,
              "port ports protocol",
              "`%s` is no statement",
              "ports have a name, `service NAME = tcp/8080`, or stand in a flow:"
                  + " `allow A -> B : tcp/8080`"),
          word(
              Position.STATEMENT,
              "exception except exempt ignore skip",
              "`%s` is no statement",
              "what is excused of an assertion for a while is a waiver:"
                  + " `waive ASSERTION for A -> B { reason \"…\" approved_by @team expires"
                  + " 2027-06-30 }`"),
          word(
              Position.STATEMENT,
              "iptables nft ufw firewall-cmd access-list pf acl -a add",
              "this is a firewall's command",
              ALLOW));

  private static final List<ForeignWord> FLOWS =
      List.of(
          word(
              Position.AFTER_FLOW,
              "until till before expiring expires_at valid",
              "a flow's last day is an attribute",
              "it stands in braces: `{ expires 2027-06-30 }`"),
          word(
              Position.AFTER_FLOW,
              "because reason: comment description desc",
              "a flow's reason is an attribute",
              "it stands in braces: `{ reason \"…\" }`"),
          word(
              Position.AFTER_FLOW,
              "log logging audit",
              "NetworkPolicies do not log",
              "leave it out; a flow says who owns it and why: `{ owner @team  reason \"…\" }`"),
          word(
              Position.AFTER_FLOW,
              "get post put delete patch head method methods path paths http headers sni host hosts"
                  + " url uri grpc",
              "NetworkPolicies see addresses and ports, and nothing of `%s`",
              "name the port, `: tcp/8080`; methods, paths and host names are for a service mesh or"
                  + " a policy kind that reads requests"),
          word(
              Position.AFTER_FLOW,
              "if when where unless provided",
              "a flow has no condition",
              "put it into `when env = prod { allow A -> B : tcp/8080 }`; which pods take part is"
                  + " said by zones"),
          word(
              Position.AFTER_FLOW,
              "established related stateful reply bidirectional both return",
              "answers need no flow",
              "leave it out: an answer passes where its connection does; `A <-> B` lets both ends"
                  + " open connections"),
          word(
              Position.AFTER_FLOW,
              "and or",
              "a flow has one destination, or a set of them",
              "several names stand in braces, `A -> {b, c}`; several services have commas,"
                  + " `: http, tcp/9090`"),
          word(
              Position.AFTER_FLOW,
              "via through",
              "a flow is one connection, with nothing between its ends",
              "write one flow a hop: `allow A -> B` and `allow B -> C`"),
          word(
              Position.AFTER_FLOW,
              "as serviceaccount sa principal principals identity role",
              "NetworkPolicies select pods by labels, not by identities",
              "name a zone: `zone NAME { namespace shop  pods app=web }`"),
          word(
              Position.END,
              "and or",
              "several zones at one end are a set",
              "they stand in braces: `allow {a, b} -> c`"),
          word(
              Position.FLOW_END,
              "not",
              "an end is not negated",
              "name the zones that are meant; that nobody else may is an assertion:"
                  + " `assert NAME: only A -> B`"),
          word(
              Position.ATTRIBUTE,
              "description comment desc why note message name title because",
              "there is no attribute `%s`",
              "what a flow is for is its `reason \"…\"`"),
          word(
              Position.ATTRIBUTE,
              "team contact by author maintainer approver",
              "there is no attribute `%s`",
              "who answers for a flow is its `owner @team`; who excuses, `approved_by @team`"),
          word(
              Position.ATTRIBUTE,
              "until expiry expire ttl valid_until end till for",
              "there is no attribute `%s`",
              "the last day is `expires 2027-06-30`"),
          word(
              Position.ATTRIBUTE,
              "issue jira bug ref link",
              "there is no attribute `%s`",
              "where it was decided is its `ticket OPS-17`"),
          word(
              Position.ATTRIBUTE,
              "port ports protocol service to from method path",
              "`%s` is no attribute",
              "ports stand after a colon, before the braces: `allow A -> B : tcp/8080 { … }`"));

  private static final List<ForeignWord> CLAUSES =
      List.of(
          word(
              Position.CONTINUED_CLAUSE,
              "or",
              "a selector has no `%s`",
              "values of one label are `app in (a, b)`; other alternatives are `pods` lines:"
                  + " `pods app=a  pods tier=b`"),
          word(
              Position.CONTINUED_CLAUSE,
              "and",
              "a selector has no `%s`",
              "conditions that hold together have commas between them: `app=a, tier=b`"),
          word(
              Position.CONTINUED_CLAUSE,
              "not is equals has matches like startswith contains",
              "a selector has no `%s`",
              "its conditions are `app=web`, `app!=web`, `app in (a, b)`, `app notin (a, b)`, `app`"
                  + " and `!app`"),
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
              "namespaces are selected by their labels: `namespaces env=prod`"),
          word(
              Position.CLAUSE,
              "ns project",
              "there is no `%s`",
              "the namespace of a zone is `namespace shop`"),
          word(
              Position.CLAUSE,
              "ipblock ip ips address addresses block blocks cidrs cidr_blocks cidr_block subnet"
                  + " range nets",
              "there is no `%s`",
              "addresses are those of an external: `external NAME { cidr 203.0.113.0/24 }`"),
          word(
              Position.CLAUSE,
              "tofqdns fqdn fqdns host hosts hostname domain domains dns url matchname"
                  + " matchpattern",
              "NetworkPolicies know no host names",
              NAMES),
          word(
              Position.CLAUSE,
              "port ports protocol protocols service services from_port to_port toports",
              "ports are no part of a zone",
              "they stand in flows, after a colon: `allow A -> B : tcp/8080`"),
          word(
              Position.CLAUSE,
              "from to toendpoints fromendpoints allow_from allow_to source destination",
              "flows are no part of a zone",
              "they are statements of their own: `allow A -> B : tcp/8080`"),
          word(
              Position.CLAUSE,
              "serviceaccount sa serviceaccountname principal identity",
              "NetworkPolicies select pods by labels, not by service accounts",
              PODS),
          word(
              Position.CLAUSE,
              "name",
              "a zone's name stands before its braces",
              "write `zone NAME { namespace shop  pods app=web }`"),
          word(
              Position.CLAUSE,
              "parent inherits extends in",
              "the zone around stands before the braces",
              "write `zone A in B { … }`"),
          word(
              Position.CLAUSE,
              "deployment workload statefulset daemonset container image",
              "a zone selects pods by labels, not by `%s`",
              "name the labels of its pod template: `pods app=web`"),
          word(
              Position.CLAUSE,
              "entities toentities fromentities",
              "there are no entities",
              "their names here are `internet`, `any`, `any-pod`, `apiserver` and `nodes`, which"
                  + " flows name without declaring them"),
          word(
              Position.CLAUSE,
              "policytypes",
              "there is no `%s`",
              "a zone denies both directions; one that is to stay open says `egress allow`"),
          word(
              Position.CLAUSE,
              "description comment owner reason",
              "a zone has no `%s`",
              "write a comment above it: `## what the zone is for`"));

  private static final List<ForeignWord> OTHERS =
      List.of(
          word(
              Position.CLUSTER,
              "podcidr podcidrs pod pod_cidr clustercidr cluster_cidr pod-network-cidr",
              "there is no `%s`",
              "the addresses of pods are `pods 10.244.0.0/16`"),
          word(
              Position.CLUSTER,
              "servicecidr service service_cidr svc clusterip service-cluster-ip-range",
              "there is no `%s`",
              "the addresses of Services are `services 10.96.0.0/12`"),
          word(
              Position.CLUSTER,
              "nodecidr node node_cidr hosts host",
              "there is no `%s`",
              "the addresses of nodes are `nodes 172.18.0.0/16`"),
          word(
              Position.CLUSTER,
              "api kubernetes master control-plane controlplane kube-apiserver api-server",
              "there is no `%s`",
              "the addresses of the API server are `apiserver 172.18.0.2/32`"),
          word(
              Position.DEFAULTS,
              "drop block reject none denied no false off closed",
              "`%s` is no answer",
              "what is not declared is denied: write `deny`"),
          word(
              Position.DEFAULTS,
              "accept permit pass all allowed yes true on open",
              "`%s` is no answer",
              "a direction that is to stay open says `allow`"),
          word(
              Position.PARAM,
              "number int integer float list map object bool boolean any",
              "there is no type `%s`",
              "the types are `enum(a, b)`, `cidr[]`, `string` and `port`"),
          word(
              Position.CONDITION,
              "is equals eq",
              "conditions have no `%s`",
              "write `when env = prod { … }`"),
          word(
              Position.CONDITION,
              "and",
              "conditions have no `%s`",
              "conditions that hold together have commas between them: `when a = x, b = y { … }`"),
          word(
              Position.CONDITION,
              "or",
              "conditions have no `%s`",
              "values of one parameter are `env in (dev, test)`; for anything else write a second"
                  + " `when`"),
          word(
              Position.CLAIM,
              "unreachable cannot forbid forbidden deny denied not block",
              "there is no claim `%s`",
              "write `never A -> B`, or `no path A ~> B`"),
          word(
              Position.CLAIM,
              "isolate isolation",
              "there is no claim `%s`",
              "that a zone has declared connections only is `isolated A`"),
          word(
              Position.CLAIM,
              "can allow allows allowed reaches reach must may always connects",
              "there is no claim `%s`",
              "that a connection is surely possible is `reachable A -> B : tcp/8080`"),
          word(
              Position.CLAIM,
              "all every forall each exists",
              "claims have no `%s`",
              "a claim about a zone is about every pod of it: `never A -> B`"),
          word(
              Position.AFTER_CLAIM,
              "via through",
              "what paths may pass through is an exception",
              "write `no path A ~> B except via C`"),
          word(
              Position.AFTER_CLAIM,
              "unless",
              "claims have no `%s`",
              "what paths may pass through is `except via C`; what is approved for a while is a"
                  + " `waive` statement"),
          word(
              Position.AFTER_CLAIM,
              "on over port ports",
              "ports stand after a colon",
              "write `never A -> B : tcp/8080`"),
          word(
              Position.AFTER_CLAIM,
              "in max hops",
              "the length of a path is `within`",
              "write `no path A ~> B within 3 hops`"));

  private ForeignWords() {}

  static Optional<Guess> guess(Situation at) {
    return Stream.of(FLOWS, CLAUSES, OTHERS, STATEMENTS)
        .flatMap(List::stream)
        .flatMap(each -> each.guess(at).stream())
        .findFirst();
  }
}
