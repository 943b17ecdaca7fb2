package dev.zonec.checker.open;

import dev.zonec.checker.document.PathPart;
import dev.zonec.model.program.Assertion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the parts of a proof with the parts that the claim has: one for each combination of
 * truth values of its waivers.
 *
 * @param claim the claim
 * @param waivers the number of its waivers
 * @param invariants finds problems of sets
 */
record PathPartsCheck(Assertion.NoPath claim, int waivers, InvariantCheck invariants) {
  /** A certificate with more waivers would have too many parts. */
  private static final int MOST_WAIVERS = 20;

  /** Returns the first problem, as a sentence without a full stop. */
  Optional<String> problem(List<PathPart> parts) {
    if (waivers > MOST_WAIVERS) {
      return Optional.of("the claim has more than " + MOST_WAIVERS + " waivers");
    }
    Set<List<Boolean>> left = combinations();
    for (int i = 0; i < parts.size(); i++) {
      PathPart part = parts.get(i);
      String place = "paths[" + i + "]";
      if (part.waivers().size() != waivers) {
        return Optional.of(
            place
                + " has "
                + part.waivers().size()
                + " truth values, but the claim has "
                + waivers
                + (waivers == 1 ? " waiver" : " waivers"));
      }
      if (!left.remove(part.waivers())) {
        return Optional.of(place + " is the second part " + name(part.waivers()));
      }
      Optional<String> problem = ofSets(part, place);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of("the part " + name(left.iterator().next()) + " is missing");
  }

  private static String name(List<Boolean> truths) {
    return truths.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }

  private Set<List<Boolean>> combinations() {
    Set<List<Boolean>> all = new HashSet<>();
    for (int bits = 0; bits < 1 << waivers; bits++) {
      List<Boolean> truths = new ArrayList<>();
      for (int i = 0; i < waivers; i++) {
        truths.add((bits >> i & 1) == 1);
      }
      all.add(truths);
    }
    return all;
  }

  private Optional<String> ofSets(PathPart part, String place) {
    if (!(part.proof() instanceof PathPart.Proof.Invariants(var sets))) {
      return Optional.empty();
    }
    int most = claim.within().orElse(1);
    if (sets.size() > most) {
      return Optional.of(place + " has " + sets.size() + " sets, but there can be at most " + most);
    }
    for (int i = 0; i < sets.size(); i++) {
      String set = place + ".invariants[" + i + "] ";
      Optional<String> problem = invariants.problem(sets.get(i)).map(text -> set + text);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }
}
