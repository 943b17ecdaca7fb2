package dev.zonec.verifier.report;

import dev.zonec.diagnostics.LabelledSpan;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.verifier.finding.FindingRule;
import dev.zonec.verifier.finding.FindingSide;
import dev.zonec.verifier.origin.PolicyOrigin;
import dev.zonec.verifier.origin.PolicyOrigin.Statement;
import dev.zonec.verifier.origin.PolicyOrigins;
import java.util.ArrayList;
import java.util.List;

/** Says on one line why a side of a connection lets it through or blocks it. */
public final class SideReason {
  private SideReason() {}

  /**
   * Returns the reason, such as {@code NetworkPolicy shop/web, np.yaml:16, `egress: - {}`}.
   *
   * @param side a side of {@code connection}
   */
  public static String of(Connection connection, FindingSide side, PolicyOrigins origins) {
    String first =
        new SideText(false, connection, origins).side(side.direction(), side.side()).getFirst();
    return first.substring(SideText.head(side.direction()).length()).strip().replace("   ", ", ");
  }

  /**
   * Returns the places of the rules of {@code side} in the manifests, and of the statements of the
   * program that they come from.
   */
  public static List<LabelledSpan> places(FindingSide side) {
    List<LabelledSpan> places = new ArrayList<>();
    for (FindingRule rule : side.rules()) {
      String effect = rule.policy() + ", " + side.direction().word();
      if (!OriginText.isPlanned(rule.origin())) {
        places.add(new LabelledSpan(rule.span(), effect));
      }
      for (Statement statement : statements(rule.origin())) {
        places.add(new LabelledSpan(statement.span(), effect + ", from " + statement.written()));
      }
    }
    return places;
  }

  private static List<Statement> statements(PolicyOrigin origin) {
    return switch (origin) {
      case PolicyOrigin.HandWritten written -> List.of();
      case PolicyOrigin.Compiled compiled -> compiled.statements();
      case PolicyOrigin.Modified(Statement zone) -> List.of(zone);
      case PolicyOrigin.OtherProgram other -> List.of();
    };
  }
}
