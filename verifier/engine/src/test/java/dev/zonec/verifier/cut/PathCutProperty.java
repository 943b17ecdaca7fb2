package dev.zonec.verifier.cut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.core.Element;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.semantics.Semantics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** In small random worlds, cuts equal those that trying all sets of rules gives. */
final class PathCutProperty {
  /** The most sets of rules that are tried for one world. */
  private static final int MOST = 150;

  /** A rule of a world, by its policy and position. */
  private record Place(Object policy, Direction direction, int index) {}

  @Property(
      tries = 220,
      seed = "20261130",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void cutsEqualThoseOfTryingAllSets(@ForAll long seed) {
    RandomCase random = new RandomCase(seed, true);
    World world = seed % 2 == 0 ? random.world() : random.world().withClusterPolicies(List.of());
    ZoneProgram program = random.program();
    Assertion.NoPath noPath = (Assertion.NoPath) program.assertions().getFirst();
    Verification verification =
        new Verification(
            world, program, random.reading(), Deadline.in(Duration.ofMinutes(5)), List.of());
    List<Place> rules = rules(world);
    switch (PathCutSearch.of(verification, noPath)) {
      case PathCut.NoPath nothing ->
          assertThat(leavesNoPath(verification, noPath, Set.of())).isTrue();
      case PathCut.NoCut(CutPath path) -> {
        assertThat(leavesNoPath(verification, noPath, new HashSet<>(rules))).isFalse();
        assertAllowed(verification, path);
      }
      case PathCut.EmptyParty empty ->
          assertThat(verdict(verification, noPath, Set.of()))
              .isInstanceOf(Verdict.EmptyParty.class);
      case PathCut.Undecided undecided -> throw new AssertionError(undecided);
      case PathCut.Found found -> compare(verification, noPath, rules, found);
    }
  }

  private static void compare(
      Verification verification, Assertion.NoPath noPath, List<Place> rules, PathCut.Found found) {
    int size = found.rules().size();
    Set<Place> cut = new HashSet<>();
    found.rules().forEach(rule -> cut.add(place(rule)));
    assertThat(cut).hasSize(size);
    assertThat(leavesNoPath(verification, noPath, cut)).isTrue();
    PathCut.Size.Smallest smallest = (PathCut.Size.Smallest) found.size();
    smallest.paths().forEach(path -> assertAllowed(verification, path));
    if (smallest.disjoint()) {
      assertThat(smallest.paths()).hasSize(size);
    }
    List<Set<Place>> smaller = subsets(rules, size - 1);
    boolean all = smaller.size() <= MOST;
    if (all) {
      for (Set<Place> fewer : smaller) {
        assertThat(leavesNoPath(verification, noPath, fewer)).as("%s", fewer).isFalse();
      }
    }
    assertThat(found.flows()).isInstanceOf(PathCut.BlockedFlows.Known.class);
    count("several rules", size > 1 && all);
    count("a long path", smallest.paths().stream().anyMatch(path -> path.hops().size() > 1));
    count(
        "a blocked flow",
        found.flows() instanceof PathCut.BlockedFlows.Known(var flows) && !flows.isEmpty());
    count(
        "rules of the cluster",
        found.rules().stream().anyMatch(rule -> rule.element() instanceof Element.OfCluster));
  }

  private static void count(String label, boolean is) {
    Statistics.label(label)
        .collect(is)
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
  }

  /** Every connection of a path is allowed by the whole world. */
  private static void assertAllowed(Verification verification, CutPath path) {
    Semantics semantics =
        new Semantics(verification.world(), verification.may(), verification.program().cluster());
    for (Hop hop : path.hops()) {
      assertThat(semantics.decide(hop.connection()).isAllowed()).as("%s", hop).isTrue();
    }
  }

  private static Place place(CutRule rule) {
    return switch (rule.element()) {
      case Element.Admission each -> new Place(each.policy().id(), each.direction(), each.index());
      case Element.OfCluster each -> new Place(each.policy().id(), each.direction(), each.index());
      default -> throw new AssertionError(rule);
    };
  }

  private static List<Place> rules(World world) {
    List<Place> all = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      for (Policy policy : world.policies()) {
        for (int i = 0; i < policy.rules(direction).size(); i++) {
          all.add(new Place(policy.id(), direction, i));
        }
      }
      for (ClusterPolicy policy : world.clusterPolicies()) {
        for (int i = 0; i < policy.rules(direction).size(); i++) {
          if (policy.rules(direction).get(i).action() == Action.ACCEPT) {
            all.add(new Place(policy.id(), direction, i));
          }
        }
      }
    }
    return all;
  }

  private static List<Set<Place>> subsets(List<Place> all, int size) {
    if (size == 0) {
      return List.of(Set.of());
    }
    List<Set<Place>> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (Set<Place> rest : subsets(all.subList(i + 1, all.size()), size - 1)) {
        Set<Place> some = new HashSet<>(rest);
        some.add(all.get(i));
        found.add(some);
      }
    }
    return found;
  }

  private static boolean leavesNoPath(
      Verification verification, Assertion.NoPath noPath, Set<Place> without) {
    return verdict(verification, noPath, without) instanceof Verdict.Proved;
  }

  private static Verdict verdict(
      Verification verification, Assertion.NoPath noPath, Set<Place> without) {
    World world = verification.world();
    World left =
        world
            .withPolicies(
                world.policies().stream()
                    .map(
                        policy ->
                            policy.withRules(
                                others(policy.id(), Direction.INGRESS, policy.ingress(), without),
                                others(policy.id(), Direction.EGRESS, policy.egress(), without)))
                    .toList())
            .withClusterPolicies(
                world.clusterPolicies().stream()
                    .map(
                        policy ->
                            policy
                                .withRules(
                                    Direction.INGRESS,
                                    others(
                                        policy.id(), Direction.INGRESS, policy.ingress(), without))
                                .withRules(
                                    Direction.EGRESS,
                                    others(
                                        policy.id(), Direction.EGRESS, policy.egress(), without)))
                    .toList());
    return new Verification(
            left,
            verification.program().withAssertions(List.of(noPath)).withWaivers(List.of()),
            verification.may(),
            verification.deadline(),
            List.of())
        .verdict(new Claim.Asserted(noPath));
  }

  private static <R> List<R> others(
      Object policy, Direction direction, List<R> rules, Set<Place> without) {
    List<R> left = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (!without.contains(new Place(policy, direction, i))) {
        left.add(rules.get(i));
      }
    }
    return left;
  }
}
