package dev.zonec.bench;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The proportions of a large cluster in use: 5,413 pods, 604 namespaces and 13,678 policies, 3,559
 * of them without rules that admit anything, most others with few peers, and a tail of 70 peers
 * that match most pods.
 */
final class LargeCluster {
  private static final int PODS = 5_413;
  private static final int NAMESPACES = 604;
  private static final int POLICIES = 13_678;
  private static final int EMPTY = 3_559;
  private static final int DENSE = 70;

  private LargeCluster() {}

  static World world() {
    Random random = new Random(11);
    List<Namespace> namespaces = new ArrayList<>();
    for (int n = 0; n < NAMESPACES; n++) {
      namespaces.add(
          Namespace.declared("ns-" + n, n % 3 == 0 ? Map.of() : Map.of("shared", "yes")));
    }
    List<Workload> workloads = new ArrayList<>();
    for (int p = 0; p < PODS; p++) {
      workloads.add(
          Parts.pod(
              namespaces.get(p % NAMESPACES), "pod-" + p, Map.of("app", "app-" + p / NAMESPACES)));
    }
    List<Policy> policies = new ArrayList<>();
    for (int i = 0; i < POLICIES; i++) {
      policies.add(
          Parts.policy(
              "ns-" + i % NAMESPACES,
              "policy-" + i,
              random.nextInt(100) < 60 ? Selector.EVERYTHING : Parts.is("app", app(random)),
              i % 2 == 0 ? Direction.INGRESS : Direction.EGRESS,
              i % 4 == 0 && i < EMPTY * 4 ? List.of() : rules(i, random)));
    }
    return new World(namespaces, workloads, List.of(), policies, List.of());
  }

  private static List<Rule> rules(int number, Random random) {
    List<Peer> peers = new ArrayList<>();
    if (number % (POLICIES / DENSE) == 1) {
      peers.add(Parts.in(Parts.is("shared", "yes"), Selector.EVERYTHING));
    } else if (random.nextInt(100) < 55) {
      peers.add(
          Parts.in(
              Parts.is(Namespace.NAME_LABEL, "ns-" + random.nextInt(NAMESPACES)),
              Parts.is("app", app(random), app(random))));
    } else {
      peers.add(Parts.block("198." + random.nextInt(40) + "." + random.nextInt(256) + ".0/24"));
    }
    return List.of(Parts.rule(peers, Parts.tcp(8000 + random.nextInt(60))));
  }

  private static String app(Random random) {
    return "app-" + random.nextInt(9);
  }
}
