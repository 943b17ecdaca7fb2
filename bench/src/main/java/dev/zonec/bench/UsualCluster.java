package dev.zonec.bench;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A cluster of many teams that do the usual things: a default deny, the namespace's own traffic,
 * callers from another namespace, monitoring from everywhere, DNS, and an address block.
 */
final class UsualCluster {
  private static final int APPS = 20;

  private final Random random = new Random(7);
  private final int pods;
  private final int namespaces;
  private final int policies;

  UsualCluster(int pods, int namespaces, int policies) {
    this.pods = pods;
    this.namespaces = namespaces;
    this.policies = policies;
  }

  World world() {
    List<Namespace> all = new ArrayList<>();
    for (int n = 0; n < namespaces; n++) {
      Map<String, String> labels =
          Map.of("team", "team-" + n % 50, "env", List.of("prod", "stage", "dev").get(n % 3));
      all.add(Namespace.declared("ns-" + n, labels));
    }
    List<Workload> workloads = new ArrayList<>();
    for (int p = 0; p < pods; p++) {
      Namespace namespace = all.get(p % namespaces);
      int app = p / namespaces % APPS;
      Map<String, String> labels =
          Map.of(
              "app", "app-" + app,
              "tier", List.of("web", "api", "db").get(app % 3),
              "pod-template-hash", Integer.toHexString(p));
      workloads.add(Parts.pod(namespace, "pod-" + p, labels));
    }
    List<Policy> some = new ArrayList<>();
    for (int i = 0; i < policies; i++) {
      some.add(policy("ns-" + i % namespaces, i / namespaces, "policy-" + i));
    }
    return new World(all, workloads, List.of(), some, List.of());
  }

  private Policy policy(String namespace, int kind, String name) {
    Selector app = Parts.is("app", app());
    return switch (kind % 5) {
      case 0 -> Parts.policy(namespace, name, Selector.EVERYTHING, List.of(), List.of());
      case 1 ->
          Parts.policy(
              namespace,
              name,
              Parts.is("tier", "api", "db"),
              List.of(
                  Parts.rule(
                      List.of(Parts.local(Parts.is("tier", "web", "api"))), Parts.tcp(8080))),
              List.of(Parts.rule(List.of(Parts.local(Selector.EVERYTHING)))));
      case 2 ->
          Parts.policy(
              namespace,
              name,
              app,
              Direction.INGRESS,
              List.of(
                  Parts.rule(
                      List.of(
                          Parts.in(
                              Parts.is(Namespace.NAME_LABEL, "ns-" + random.nextInt(namespaces)),
                              Parts.is("app", app()))),
                      Parts.tcp(8000 + random.nextInt(20)),
                      Parts.named("http"))));
      case 3 ->
          Parts.policy(
              namespace,
              name,
              Selector.EVERYTHING,
              Direction.EGRESS,
              List.of(
                  Parts.rule(
                      List.of(
                          Parts.in(
                              Parts.is(Namespace.NAME_LABEL, "ns-0"), Parts.is("app", "app-0"))),
                      Parts.udp(53),
                      Parts.tcp(53)),
                  Parts.rule(
                      List.of(
                          Parts.in(
                              Parts.is("team", "team-" + random.nextInt(50)),
                              Parts.is("app", app()))),
                      Parts.tcp(8080))));
      default ->
          Parts.policy(
              namespace,
              name,
              app,
              List.of(
                  Parts.rule(
                      List.of(Parts.in(Parts.is("env", "prod"), Parts.is("app", "app-1"))),
                      Parts.tcp(9090))),
              List.of(
                  Parts.rule(
                      List.of(Parts.block("198.51." + random.nextInt(256) + ".0/24")),
                      Parts.tcp(443))));
    };
  }

  private String app() {
    return "app-" + random.nextInt(APPS);
  }
}
