package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.reach.BoxSpace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Parties of assertions that can have no member, so that the assertion would hold of nothing.
 *
 * @param relations what may exist
 */
record EmptyParties(Relations relations) {
  /** The first of them. */
  Optional<String> of(Assertion assertion) {
    if (assertion instanceof Assertion.NoPath path && !path.via().isEmpty()) {
      for (List<Party> end : List.of(path.from(), path.to())) {
        if (isCovered(end, path.via())) {
          return Optional.of(except(end.getFirst(), path.via()));
        }
      }
    }
    return assertion.parties().stream()
        .filter(party -> relations.members(List.of(party)).isEmpty())
        .map(Party::name)
        .findFirst();
  }

  private static String except(Party end, List<Party> via) {
    return via.stream()
        .map(Party::name)
        .collect(Collectors.joining(", ", "{" + end.name() + " except ", "}"));
  }

  /** Whether nothing of {@code end} is left once {@code via} is taken out. */
  private boolean isCovered(List<Party> end, List<Party> via) {
    BoxSpace space = relations.space();
    return space.minus(relations.members(end), space.parties(via)).isEmpty();
  }
}
