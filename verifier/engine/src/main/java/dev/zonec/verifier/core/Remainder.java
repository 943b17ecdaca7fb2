package dev.zonec.verifier.core;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Accepting;
import dev.zonec.verifier.proof.Verification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What remains of the inputs of a verification if elements are left out.
 *
 * @param base the verification with all elements
 * @param without the elements that are left out
 */
public record Remainder(Verification base, Set<Element> without) {
  /** Copies the elements. */
  public Remainder {
    without = Set.copyOf(without);
  }

  /** Leaves {@code without} out. */
  public Remainder(Verification base, Collection<Element> without) {
    this(base, Set.copyOf(without));
  }

  /** Returns the verification without the elements. It accepts no violation. */
  public Verification verification() {
    return base.of(world(), program(), reading()).accepting(Accepting.NOTHING);
  }

  private Reading reading() {
    Reading reading = base.may();
    for (Element element : without) {
      if (element instanceof Element.Settled settled) {
        reading = reading.without(settled.knob());
      }
    }
    return reading;
  }

  private ZoneProgram program() {
    ZoneProgram program = base.program();
    Cluster cluster = program.cluster();
    return program
        .withCluster(
            new Cluster(
                without.contains(new Element.PodRanges()) ? List.of() : cluster.pods(),
                cluster.services(),
                without.contains(new Element.NodeRanges()) ? List.of() : cluster.nodes(),
                cluster.seen()))
        .withNamespacesDeclared(
            program.namespacesDeclared() && !without.contains(new Element.DeclaredNamespaces()))
        .withDisjoint(disjoint(program))
        .withExternals(program.externals().stream().map(this::relaying).toList())
        .withWaivers(
            program.waivers().stream()
                .filter(waiver -> !without.contains(new Element.Excuse(waiver)))
                .toList());
  }

  private List<Disjointness> disjoint(ZoneProgram program) {
    if (without.stream().noneMatch(Element.Disjoint.class::isInstance)) {
      return program.disjoint();
    }
    return program.disjoint().stream()
        .flatMap(statement -> statement.pairs().stream())
        .filter(pair -> !without.contains(new Element.Disjoint(pair)))
        .map(Disjointness::of)
        .toList();
  }

  private Party.Outside relaying(Party.Outside external) {
    if (!without.contains(new Element.NoRelay(external))) {
      return external;
    }
    return switch (external) {
      case Party.Addresses some ->
          new Party.Addresses(some.name(), some.blocks(), true, some.span());
      case Party.ForeignPods some ->
          new Party.ForeignPods(some.name(), some.pods(), true, some.span());
    };
  }

  private World world() {
    World world = base.world();
    return world
        .withPolicies(isolating(world.policies().stream().map(this::admitting).toList()))
        .withClusterPolicies(world.clusterPolicies().stream().map(this::ofCluster).toList());
  }

  /** Returns the policy without the rules that are left out. It still isolates. */
  private Policy admitting(Policy policy) {
    Policy left = policy;
    for (Direction direction : Direction.values()) {
      Set<Integer> out =
          indexes(
              element ->
                  element instanceof Element.Admission rule
                          && rule.direction() == direction
                          && rule.policies().contains(policy)
                      ? OptionalInt.of(rule.index())
                      : OptionalInt.empty());
      if (!out.isEmpty()) {
        left = left.withRules(direction, others(policy.rules(direction), out));
      }
    }
    return left;
  }

  private ClusterPolicy ofCluster(ClusterPolicy policy) {
    ClusterPolicy left = policy;
    for (Direction direction : Direction.values()) {
      Set<Integer> out =
          indexes(
              element ->
                  element instanceof Element.OfCluster rule
                          && rule.direction() == direction
                          && rule.policy().equals(policy)
                      ? OptionalInt.of(rule.index())
                      : OptionalInt.empty());
      if (!out.isEmpty()) {
        left = left.withRules(direction, others(policy.rules(direction), out));
      }
    }
    return left;
  }

  /** Returns the positions of rules that are left out. */
  private Set<Integer> indexes(Function<Element, OptionalInt> indexOf) {
    return without.stream()
        .flatMapToInt(element -> indexOf.apply(element).stream())
        .boxed()
        .collect(Collectors.toSet());
  }

  private static <R> List<R> others(List<R> rules, Set<Integer> out) {
    List<R> left = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (!out.contains(i)) {
        left.add(rules.get(i));
      }
    }
    return left;
  }

  /**
   * Returns the policies without the isolation that is left out. Their rules stay: each still
   * admits connections of the pods that another policy isolates.
   */
  private List<Policy> isolating(List<Policy> policies) {
    Map<Policy.Id, Set<Direction>> lost = lost();
    if (lost.isEmpty()) {
      return policies;
    }
    List<Policy> kept = new ArrayList<>();
    for (Policy policy : policies) {
      withoutDirections(policy, lost.getOrDefault(policy.id(), Set.of())).ifPresent(kept::add);
    }
    Set<Policy> admitting = new LinkedHashSet<>();
    for (Policy policy : policies) {
      for (Direction direction : lost.getOrDefault(policy.id(), Set.of())) {
        if (!policy.rules(direction).isEmpty()) {
          withoutDirections(policy, EnumSet.of(direction.opposite()))
              .ifPresent(part -> admitting.addAll(beside(part, direction, kept)));
        }
      }
    }
    kept.addAll(admitting);
    kept.sort(Policy.ORDER);
    return kept;
  }

  private Map<Policy.Id, Set<Direction>> lost() {
    Map<Policy.Id, Set<Direction>> lost = new LinkedHashMap<>();
    for (Element element : without) {
      if (element instanceof Element.Isolation isolation) {
        for (Policy policy : isolation.policies()) {
          lost.computeIfAbsent(policy.id(), id -> EnumSet.noneOf(Direction.class))
              .add(isolation.direction());
        }
      }
    }
    return lost;
  }

  /** Returns the policy without {@code directions}; empty if no direction remains. */
  private static Optional<Policy> withoutDirections(Policy policy, Set<Direction> directions) {
    Optional<Policy> left = Optional.of(policy);
    for (Direction direction : directions) {
      left = left.flatMap(each -> each.without(direction));
    }
    return left;
  }

  /** Returns {@code policy} for those of its pods that one of {@code kept} isolates anyway. */
  private static List<Policy> beside(Policy policy, Direction direction, List<Policy> kept) {
    List<Policy> same =
        kept.stream()
            .filter(other -> other.namespace().equals(policy.namespace()))
            .filter(other -> other.directions().contains(direction))
            .toList();
    boolean allAreIsolated =
        same.stream()
            .anyMatch(
                other ->
                    policy.subject().requirements().containsAll(other.subject().requirements()));
    return allAreIsolated
        ? List.of(policy)
        : same.stream().map(other -> about(policy, other)).toList();
  }

  private static Policy about(Policy policy, Policy other) {
    return new Policy(
        policy.namespace(),
        policy.name(),
        policy.subject().and(other.subject()),
        policy.directions(),
        policy.ingress(),
        policy.egress(),
        policy.author(),
        policy.span());
  }
}
