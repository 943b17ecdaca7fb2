package dev.zonec.tests.properties;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.policy.cluster.PolicySubject;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Small random sets of AdminNetworkPolicies. The same seed gives the same sets. */
final class RandomClusterPolicies {
  private static final Span SPAN = new Span(new SourceText("random.yaml", ""), 0, 0);

  private final Random random;

  RandomClusterPolicies(long seed) {
    random = new Random(seed);
  }

  /** Returns up to {@code most} policies, in the order of a world. */
  List<ClusterPolicy> policies(int most) {
    List<ClusterPolicy> policies = new ArrayList<>();
    int count = random.nextInt(most + 1);
    int priority = 0;
    for (int i = 0; i < count; i++) {
      priority += random.nextInt(3);
      policies.add(
          new ClusterPolicy(
              "AdminNetworkPolicy",
              "a" + i,
              Tier.ADMIN,
              priority,
              new PolicySubject(namespaces(), pods()),
              rules(Direction.INGRESS),
              rules(Direction.EGRESS),
              SPAN));
    }
    return policies;
  }

  private List<ClusterRule> rules(Direction direction) {
    List<ClusterRule> rules = new ArrayList<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      Action action = Action.values()[random.nextInt(Action.values().length)];
      rules.add(new ClusterRule("", action, List.of(peer(direction)), List.of(), SPAN));
    }
    return rules;
  }

  private ClusterPeer peer(Direction direction) {
    return direction == Direction.EGRESS && random.nextInt(3) == 0
        ? new ClusterPeer.Networks(List.of(Cidr.of("203.0.113.0/24")), SPAN)
        : new ClusterPeer.Pods(namespaces(), pods(), SPAN);
  }

  private Selector namespaces() {
    return random.nextBoolean() ? Selector.EVERYTHING : in(Namespace.NAME_LABEL, "n1");
  }

  private Selector pods() {
    return switch (random.nextInt(5)) {
      case 0 -> Selector.EVERYTHING;
      case 1 -> in("app", "a");
      case 2 -> new Selector(List.of(new Requirement.DoesNotExist("tier")));
      case 3 ->
          new Selector(List.of(new Requirement.NotIn("app", new TreeSet<>(List.of("a", "b")))));
      default -> in("tier", "t");
    };
  }

  private static Selector in(String key, String value) {
    return new Selector(List.of(new Requirement.In(key, new TreeSet<>(List.of(value)))));
  }
}
