package dev.zonec.verifier.finding;

import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.EndParties;
import dev.zonec.verifier.proof.Hop;
import java.util.List;

/**
 * A connection of a counterexample, with the rules on both sides.
 *
 * @param number its position in the path, counted from 1
 * @param hop the connection, with witnesses for its ends and the decision of the semantics
 * @param from the names of the parties that the source is in, sorted
 * @param to the names of the parties that the destination is in, sorted
 * @param sides the two sides of the decision, egress first; empty if a pod connects to itself
 */
public record FindingHop(
    int number, Hop hop, List<String> from, List<String> to, List<FindingSide> sides) {
  /** Copies the lists. */
  public FindingHop {
    from = List.copyOf(from);
    to = List.copyOf(to);
    sides = List.copyOf(sides);
  }

  /** Returns {@code hop} with the parties of its ends and the rules of both sides. */
  public static FindingHop of(int number, Hop hop, ZoneProgram program, PolicyOrigins origins) {
    return new FindingHop(
        number,
        hop,
        EndParties.of(hop.from().endpoint(), program),
        EndParties.of(hop.to().endpoint(), program),
        FindingSide.of(number, hop.connection(), hop.decision(), origins));
  }

  /**
   * Returns, for each side, the first rule that lets the connection through; nothing for a side
   * without such a rule.
   */
  public List<FindingRule> admitting() {
    return sides.stream()
        .flatMap(side -> side.rules().stream().filter(FindingRule::admits).limit(1))
        .toList();
  }

  /**
   * Returns the rules and policies that block the connection: on each side, the policies that
   * isolate or the rules that deny.
   */
  public List<FindingRule> blocking() {
    return sides.stream()
        .filter(side -> !side.side().admits())
        .flatMap(side -> side.rules().stream())
        .filter(FindingRule::blocks)
        .toList();
  }
}
