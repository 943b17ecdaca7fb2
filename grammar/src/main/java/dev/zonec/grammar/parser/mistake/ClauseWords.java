package dev.zonec.grammar.parser.mistake;

import static dev.zonec.grammar.parser.mistake.ForeignWord.word;

import java.util.List;

/** Words of other languages in the braces of zones and externals. */
final class ClauseWords {
  private static final String PODS = "select pods by their labels: `pods app=web`";

  static final List<ForeignWord> ALL =
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
              ForeignWords.NAMES),
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

  private ClauseWords() {}
}
