package dev.zonec.grammar.parser.mistake;

import static dev.zonec.grammar.parser.mistake.ForeignWord.word;

import java.util.List;

/** Words of other languages in settings, parameters, conditions and claims. */
final class SettingWords {
  static final List<ForeignWord> ALL =
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

  private SettingWords() {}
}
