package dev.zonec.application.verify;

import dev.zonec.application.report.PathHop;
import dev.zonec.application.report.PathStep;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.finding.FindingHop;
import dev.zonec.verifier.finding.FindingRule;
import dev.zonec.verifier.finding.FindingSide;
import dev.zonec.verifier.origin.PolicyOrigin;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.report.SideReason;
import dev.zonec.verifier.smt.Witness;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes the connections of a counterexample, and the rules that cause it. */
public final class FindingPath {
  private FindingPath() {}

  /** Returns the connections with both of their sides. */
  public static List<PathHop> of(List<FindingHop> hops, PolicyOrigins origins) {
    return hops.stream().map(hop -> of(hop, origins)).toList();
  }

  private static PathHop of(FindingHop found, PolicyOrigins origins) {
    Hop hop = found.hop();
    return hop(hop.from(), hop.to(), hop.connection(), found.sides(), origins);
  }

  /**
   * Returns a connection with both of its sides.
   *
   * @param sides the sides of the decision on {@code connection}
   */
  public static PathHop hop(
      Witness from,
      Witness to,
      Connection connection,
      List<FindingSide> sides,
      PolicyOrigins origins) {
    return new PathHop(
        from.label(),
        to.label(),
        connection.transport().toString(),
        Stream.of(from, to).anyMatch(end -> end.endpoint() instanceof Endpoint.External),
        sides.stream()
            .map(
                side ->
                    new PathStep(
                        side.direction().word(),
                        side.side().admits(),
                        SideReason.of(connection, side, origins),
                        SideReason.places(side)))
            .toList());
  }

  /**
   * Returns the places of the rules that somebody can change and that cause the finding: the
   * hand-written and edited rules that let its connections through. Findings with the same text
   * have one cause. Empty if the program itself causes the finding, and for a blocked connection,
   * where the blocked flow is what the reader needs.
   */
  static String cause(List<FindingHop> hops) {
    return hops.stream()
        .filter(hop -> hop.hop().decision().isAllowed())
        .flatMap(hop -> hop.admitting().stream())
        .filter(FindingPath::foreign)
        .map(rule -> rule.span().fileAndLine())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static boolean foreign(FindingRule rule) {
    return !(rule.origin() instanceof PolicyOrigin.Compiled);
  }
}
