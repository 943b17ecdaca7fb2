package dev.zonec.verifier.proof;

import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.VerificationResult.Finding;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Z3Checker;
import dev.zonec.verifier.world.Workload;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether zones share no pod, as a program says: proved from their selectors; else refuted
 * by a declared workload that is in both; else assumed.
 */
final class SharedPodsProof {
  private final World world;
  private final ZoneProgram program;
  private final BoxSpace space;
  private final Z3Checker checker;
  private final List<Finding> findings = new ArrayList<>();

  SharedPodsProof(World world, ZoneProgram program, BoxSpace space, Z3Checker checker) {
    this.world = world;
    this.program = program;
    this.space = space;
    this.checker = checker;
  }

  /** One finding for every two zones that are not merely assumed to share no pod; after that. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** What has to be assumed. */
  SharedPods decide() {
    List<Disjointness.Pair> apart = new ArrayList<>();
    List<Disjointness.Pair> open = new ArrayList<>();
    for (Disjointness disjoint : program.disjoint()) {
      for (Disjointness.Pair pair : disjoint.pairs()) {
        (SharedPods.inBoth(pair, space).isEmpty() ? apart : open).add(pair);
      }
    }
    // The boxes are not trusted; nearly always one question shows them right.
    if (isImpossible(apart)) {
      apart.forEach(pair -> found(pair, new Verdict.Proved()));
    } else {
      open.addAll(apart);
    }
    List<Disjointness.Pair> assumed = new ArrayList<>();
    for (Disjointness.Pair pair : open) {
      Optional<Workload> workload = SharedWorkloads.inBoth(world, pair);
      if (workload.isPresent()) {
        found(pair, new Verdict.Refuted(List.of(new Counterexample.InBoth(workload.get()))));
      } else {
        assumed.add(pair);
      }
    }
    return new SharedPods(withMembersLeft(assumed));
  }

  private boolean isImpossible(List<Disjointness.Pair> pairs) {
    Formula inSome =
        new Formula.Any(pairs.stream().map(p -> SharedPods.inBoth(End.SOURCE, p)).toList());
    return pairs.isEmpty() || checker.check(inSome) instanceof Outcome.Impossible;
  }

  /** Of a zone without any pod left everything would hold; that is not assumed. */
  private List<Disjointness.Pair> withMembersLeft(List<Disjointness.Pair> pairs) {
    SharedPods all = new SharedPods(pairs);
    List<Disjointness.Pair> kept = new ArrayList<>();
    for (Disjointness.Pair pair : pairs) {
      Optional<Party.Zone> empty =
          List.of(pair.first(), pair.second()).stream()
              .filter(zone -> all.takenOut(space.party(zone), space).isEmpty())
              .findFirst();
      if (empty.isPresent()) {
        found(pair, new Verdict.Vacuous(empty.get().name()));
      } else {
        kept.add(pair);
      }
    }
    return kept;
  }

  private void found(Disjointness.Pair pair, Verdict verdict) {
    findings.add(new Finding(new Claim.NoSharedPod(pair), verdict));
  }
}
