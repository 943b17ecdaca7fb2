package dev.zonec.verifier.finding;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.List;
import java.util.stream.Stream;

/**
 * One connection of a counterexample, with what the policies of each end say.
 *
 * @param number its place in the path, counted from 1
 * @param hop the connection, with witnesses for its ends and the decision of the semantics
 * @param from the names of the parties that the source is in, sorted
 * @param to the names of the parties that the destination is in, sorted
 * @param sides the sides of the decision, egress first; none where a pod calls itself
 */
public record FindingHop(
    int number, Hop hop, List<String> from, List<String> to, List<FindingSide> sides) {
  /** Copies the lists. */
  public FindingHop {
    from = List.copyOf(from);
    to = List.copyOf(to);
    sides = List.copyOf(sides);
  }

  static FindingHop of(int number, Hop hop, ZoneProgram program, PolicyOrigins origins) {
    return new FindingHop(
        number,
        hop,
        parties(hop.from().endpoint(), program),
        parties(hop.to().endpoint(), program),
        sides(number, hop, origins));
  }

  /** On each side, the first of the rules that let the connection through. */
  public List<FindingRule> admitting() {
    return sides.stream()
        .flatMap(side -> side.rules().stream().filter(FindingRule::admits).limit(1))
        .toList();
  }

  /** Returns what blocks the connection: on each side, the policies that isolate or deny. */
  public List<FindingRule> blocking() {
    return sides.stream()
        .filter(side -> !side.side().admits())
        .flatMap(side -> side.rules().stream())
        .filter(FindingRule::blocks)
        .toList();
  }

  private static List<FindingSide> sides(int number, Hop hop, PolicyOrigins origins) {
    return switch (hop.decision()) {
      case Decision.SamePod same -> List.of();
      case Decision.OwnService own -> List.of();
      case Decision.Judged(SideDecision egress, SideDecision ingress) -> {
        FindingRules rules = new FindingRules(number, hop.connection(), origins);
        yield Stream.of(
                new FindingSide(Direction.EGRESS, egress, rules.of(Direction.EGRESS, egress)),
                new FindingSide(Direction.INGRESS, ingress, rules.of(Direction.INGRESS, ingress)))
            .toList();
      }
    };
  }

  /** Zones come first in a program; an end that is in none may be in externals. */
  private static List<String> parties(Endpoint endpoint, ZoneProgram program) {
    List<String> zones =
        program.zones().stream()
            .filter(zone -> zone.contains(endpoint))
            .map(Party::name)
            .sorted()
            .toList();
    return zones.isEmpty()
        ? program.externals().stream()
            .filter(external -> external.contains(endpoint))
            .map(Party::name)
            .sorted()
            .toList()
        : zones;
  }
}
