package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.reach.BoxSpace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds a party of an assertion that can have no member, so that every statement about it would
 * hold (ZC0509).
 *
 * @param relations the relations, which say which pods can exist
 */
record EmptyParties(Relations relations) {
  /**
   * Returns the name of the first such party. If all members of one side of a path claim are
   * excepted by {@code via}, the name is like {@code {web except shop}}.
   */
  Optional<String> of(Assertion assertion) {
    if (assertion instanceof Assertion.NoPath path && !path.via().isEmpty()) {
      for (List<Party> end : List.of(path.from(), path.to())) {
        if (isCovered(end, path.via())) {
          return Optional.of(except(end.getFirst(), path.via()));
        }
      }
    }
    return assertion.parties().stream()
        .filter(party -> relations.possibleMembers(List.of(party)).isEmpty())
        .map(Party::name)
        .findFirst();
  }

  private static String except(Party end, List<Party> via) {
    return via.stream()
        .map(Party::name)
        .collect(Collectors.joining(", ", "{" + end.name() + " except ", "}"));
  }

  /** Returns whether every member of {@code end} is also in {@code via}. */
  private boolean isCovered(List<Party> end, List<Party> via) {
    BoxSpace space = relations.space();
    return space.minus(relations.possibleMembers(end), space.parties(via)).isEmpty();
  }
}
