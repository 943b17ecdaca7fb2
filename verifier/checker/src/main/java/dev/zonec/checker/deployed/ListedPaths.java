package dev.zonec.checker.deployed;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.claim.Result;
import dev.zonec.checker.document.EndSet;
import dev.zonec.checker.document.PathPart;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Waiver;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Follows the paths from the starts of a claim, and looks whether they stay in the invariants and
 * lead to no target.
 *
 * @param run the run
 * @param ends the listed ends
 * @param members which ends are in which parties
 * @param sets which ends are in which sets
 * @param edges for each end, the ends to which it can connect
 * @param example names a connection between two ends
 */
record ListedPaths(
    CheckedRun run,
    List<Endpoint> ends,
    Members members,
    ListedSets sets,
    List<BitSet> edges,
    BiFunction<Integer, Integer, Optional<Connection>> example) {
  /** Returns the first violation of {@code claim} in one of {@code parts}. */
  Optional<Result> violation(Assertion.NoPath claim, List<PathPart> parts) {
    for (PathPart part : parts) {
      Optional<Result> violation = new OfPart(claim, part).violation();
      if (violation.isPresent()) {
        return violation;
      }
    }
    return Optional.empty();
  }

  /** The paths of one part. */
  private final class OfPart {
    private final Assertion.NoPath claim;
    private final PathPart part;

    OfPart(Assertion.NoPath claim, PathPart part) {
      this.claim = claim;
      this.part = part;
    }

    Optional<Result> violation() {
      BitSet frontier = new BitSet();
      for (int end = 0; end < ends.size(); end++) {
        frontier.set(end, isStart(end));
      }
      return switch (part.proof()) {
        case PathPart.Proof.Empty empty ->
            frontier.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    new Result.Refused(
                        ends.get(frontier.nextSetBit(0)) + " is a start of a part without starts"));
        case PathPart.Proof.Invariants(var invariants) -> follow(frontier, invariants);
      };
    }

    private Optional<Result> follow(BitSet starts, List<EndSet> invariants) {
      BitSet reached = new BitSet();
      BitSet frontier = starts;
      int most = claim.within().orElse(Integer.MAX_VALUE);
      for (int hops = 1; hops <= most && !frontier.isEmpty(); hops++) {
        int number = Math.min(hops, invariants.size());
        EndSet set = invariants.get(number - 1);
        BitSet next = new BitSet();
        for (int from = frontier.nextSetBit(0); from >= 0; from = frontier.nextSetBit(from + 1)) {
          BitSet there = (BitSet) edges.get(from).clone();
          there.andNot(reached);
          for (int to = there.nextSetBit(0); to >= 0; to = there.nextSetBit(to + 1)) {
            boolean isTarget = isTarget(to);
            if (isTarget || !sets.contains(set, ends.get(to), isTarget)) {
              String what = isTarget ? " leads to a target" : " leads out of set " + number;
              return Optional.of(
                  new Result.Refused(
                      "a path of " + hops + (hops == 1 ? " hop" : " hops") + what,
                      example.apply(from, to)));
            }
          }
          reached.or(there);
          next.or(there);
        }
        frontier = new BitSet();
        for (int end = next.nextSetBit(0); end >= 0; end = next.nextSetBit(end + 1)) {
          frontier.set(end, isPassed(end));
        }
      }
      return Optional.empty();
    }

    private boolean isStart(int end) {
      boolean is = members.isInAny(end, claim.from()) && !members.isInAny(end, claim.via());
      List<Waiver> waivers = run.waivers(claim);
      for (int i = 0; i < waivers.size(); i++) {
        is &= members.isInAny(end, waivers.get(i).excused().from()) == part.waivers().get(i);
      }
      return is;
    }

    private boolean isTarget(int end) {
      boolean is = members.isInAny(end, claim.to()) && !members.isInAny(end, claim.via());
      List<Waiver> waivers = run.waivers(claim);
      for (int i = 0; i < waivers.size(); i++) {
        is &= !(part.waivers().get(i) && members.isInAny(end, waivers.get(i).excused().to()));
      }
      return is;
    }

    /** Whether paths of the claim pass through the end. */
    private boolean isPassed(int end) {
      List<Party.Outside> externals = run.program().externals();
      boolean relays =
          members.isInAny(end, run.program().zones())
              || externals.stream()
                  .anyMatch(external -> external.relay() && members.isIn(end, external))
              || (ends.get(end) instanceof Endpoint.Pod
                  && externals.stream()
                      .noneMatch(external -> !external.relay() && members.isIn(end, external)));
      return relays && !members.isInAny(end, claim.via());
    }
  }
}
