package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.accepted.Extent;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether zones that a program declares disjoint share no pod: this is proved if their
 * selectors exclude each other, refuted if a declared workload is in both, and otherwise assumed
 * (spec/verification.md, Disjoint zones).
 */
final class DisjointZonesProof {
  private final World world;
  private final ZoneProgram program;
  private final BoxSpace space;
  private final Z3Checker checker;
  private final AcceptedFindings accepted;
  private final List<ClaimVerdict> verdicts = new ArrayList<>();

  DisjointZonesProof(
      World world,
      ZoneProgram program,
      BoxSpace space,
      Z3Checker checker,
      AcceptedFindings accepted) {
    this.world = world;
    this.program = program;
    this.space = space;
    this.checker = checker;
    this.accepted = accepted;
  }

  /**
   * Returns the statements that are refuted, or that cannot be assumed because a zone would lose
   * its last pod. Call {@link #decide} first.
   */
  List<ClaimVerdict> verdicts() {
    return List.copyOf(verdicts);
  }

  /** Returns the pods that are assumed not to exist. */
  ExcludedPods decide() {
    List<Disjointness.Pair> assumed = new ArrayList<>();
    for (Disjointness disjoint : program.disjoint()) {
      if (checker.isImpossible(inTwoOf(disjoint.zones()))) {
        continue;
      }
      Map<Disjointness.Pair, List<Workload>> inBoth = SharedWorkloads.byPair(world, disjoint);
      for (Disjointness.Pair pair : disjoint.pairs()) {
        if (!areDisjoint(pair)) {
          List<Workload> shared = inBoth.getOrDefault(pair, List.of());
          if (shared.isEmpty()) {
            assumed.add(pair);
          } else {
            shared(pair, shared);
          }
        }
      }
    }
    return new ExcludedPods(withMembersLeft(assumed));
  }

  /** The source is in two of {@code zones}: in a zone of each half, or in two zones of one half. */
  private static Formula inTwoOf(List<Party.Zone> zones) {
    if (zones.size() < 2) {
      return Formula.any();
    }
    List<Party.Zone> left = zones.subList(0, zones.size() / 2);
    List<Party.Zone> right = zones.subList(zones.size() / 2, zones.size());
    return Formula.any(
        Formula.all(Formula.in(End.SOURCE, left), Formula.in(End.SOURCE, right)),
        inTwoOf(left),
        inTwoOf(right));
  }

  /**
   * Returns whether it is proved that the zones share no pod. The solver is asked only if the boxes
   * suggest so.
   */
  private boolean areDisjoint(Disjointness.Pair pair) {
    return ExcludedBoxes.inBoth(pair, space).isEmpty()
        && checker.isImpossible(ExcludedPods.inBoth(End.SOURCE, pair));
  }

  /** Adds the verdict on two zones that share {@code workloads}; at least one. */
  private void shared(Disjointness.Pair pair, List<Workload> workloads) {
    Claim claim = new Claim.NoSharedPod(pair);
    List<Counterexample> left = new ArrayList<>();
    for (Workload workload : workloads) {
      Counterexample found = new Counterexample.SharedPod(pair, workload);
      accepted
          .of(claim, new Extent.SharedPod(workload.label()))
          .ifPresentOrElse(each -> accepted.present(claim, each, found), () -> left.add(found));
    }
    found(
        pair,
        left.isEmpty()
            ? new Verdict.Accepted(List.of())
            : new Verdict.Refuted(left.subList(0, Math.min(left.size(), accepted.most(1)))));
  }

  /**
   * Returns the pairs that can be assumed. An assumption that leaves a zone without any pod would
   * make every claim about the zone hold, so the statement gets a verdict instead.
   */
  private List<Disjointness.Pair> withMembersLeft(List<Disjointness.Pair> pairs) {
    ExcludedBoxes all = new ExcludedBoxes(space, new ExcludedPods(pairs));
    IdentityHashMap<Party.Zone, Boolean> isEmpty = new IdentityHashMap<>();
    List<Disjointness.Pair> kept = new ArrayList<>();
    for (Disjointness.Pair pair : pairs) {
      Optional<Party.Zone> empty =
          List.of(pair.first(), pair.second()).stream()
              .filter(
                  zone ->
                      isEmpty.computeIfAbsent(
                          zone, each -> all.without(space.party(each)).isEmpty()))
              .findFirst();
      if (empty.isPresent()) {
        found(pair, new Verdict.EmptyParty(empty.get().name()));
      } else {
        kept.add(pair);
      }
    }
    return kept;
  }

  private void found(Disjointness.Pair pair, Verdict verdict) {
    verdicts.add(new ClaimVerdict(new Claim.NoSharedPod(pair), verdict));
  }
}
