package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.finding.Finding;
import dev.zonec.verifier.finding.FindingHop;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Hop;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reports assertions that fail or are about an empty zone.
 *
 * @param program the program that was verified
 * @param origins the origins of the policies
 * @param blame finds the rules that a user can change
 */
record AssertionText(ZoneProgram program, PolicyOrigins origins, Blame blame) {
  /** Returns the diagnostic of an assertion that a connection or path violates. */
  Diagnostic broken(Finding.BrokenAssertion found) {
    Severity severity = VerificationReport.severity(found);
    Assertion assertion = found.assertion();
    List<FindingHop> hops = found.hops();
    Hop first = hops.getFirst().hop();
    String connection = HopText.connection(hops.getFirst());
    Note path = HopText.path(hops, origins);
    String count = hops.size() == 1 ? "1 hop" : hops.size() + " hops";
    return switch (assertion) {
      case Assertion.NoPath claim ->
          violation(
              severity,
              Code.ZC0501,
              "lateral path exists: " + names(claim.from()) + " ~> " + names(claim.to()),
              assertion,
              "violated in " + count,
              path,
              hops);
      case Assertion.Never claim ->
          violation(
              severity,
              Code.ZC0502,
              "a forbidden connection is allowed: " + connection,
              assertion,
              "violated",
              path,
              hops);
      case Assertion.Only claim ->
          withHelpForPodsInNoZone(
              claim,
              first,
              violation(
                  severity,
                  Code.ZC0503,
                  "another connection "
                      + (claim.among().isEmpty() ? "" : "of " + names(claim.among()) + " ")
                      + "into "
                      + names(claim.to())
                      + " is allowed: "
                      + connection,
                  assertion,
                  "violated",
                  path,
                  hops));
      case Assertion.Isolated claim ->
          violation(
              severity,
              Code.ZC0504,
              names(claim.zones()) + " is not isolated: " + connection,
              assertion,
              "violated",
              path,
              hops);
      case Assertion.TiersAdjacent claim ->
          TierText.withTiersOfEnds(
              violation(
                      severity,
                      Code.ZC0530,
                      TierText.across(claim, first) + ": " + connection,
                      assertion,
                      "violated",
                      path,
                      hops)
                  .note("the tiers, from the edge inwards: " + TierText.order(claim)),
              claim,
              first);
      case Assertion.Reachable claim ->
          throw new IllegalStateException("allowed, and `" + claim.name() + "` requires it");
    };
  }

  /** Returns the diagnostic of a {@code reachable} assertion with a blocked connection. */
  Diagnostic unreachable(Finding.Unreachable found) {
    return new Diagnostic(
        VerificationReport.severity(found),
        Code.ZC0505,
        "a connection that must work is blocked: " + HopText.connection(found.hop()),
        Place.at(found.assertion().span()),
        "violated",
        List.of(HopText.blocked(found.hop(), origins)));
  }

  /** Returns the diagnostic of an assertion about a party without members. */
  static Diagnostic empty(Assertion assertion, String party) {
    return Diagnostic.error(
            Code.ZC0509,
            assertion.span(),
            "assertion `"
                + assertion.name()
                + "` is about an empty zone: nothing can be in `"
                + party
                + "`")
        .note("every statement about an empty zone holds")
        .help("correct its selectors, or pass the manifests of its namespaces");
  }

  /**
   * Adds a help if the source of a violated {@code only} is a pod in no zone, because the claim is
   * often meant for the pods of one zone.
   */
  private Diagnostic withHelpForPodsInNoZone(Assertion.Only claim, Hop hop, Diagnostic problem) {
    boolean others =
        hop.from().endpoint() instanceof Endpoint.Pod pod
            && program.zones().stream().noneMatch(zone -> zone.contains(pod));
    return others && claim.among().isEmpty()
        ? problem.help(
            "the pod is in no zone; to make the claim about the pods of one zone, write `only "
                + names(claim.from())
                + " of ZONE -> "
                + names(claim.to())
                + "`")
        : problem;
  }

  private Diagnostic violation(
      Severity severity,
      Code code,
      String message,
      Assertion assertion,
      String label,
      Note path,
      List<FindingHop> hops) {
    return blame.withOrigins(
        new Diagnostic(severity, code, message, Place.at(assertion.span()), label, List.of(path)),
        hops);
  }

  private static String names(List<Party> parties) {
    String names = parties.stream().map(Party::name).collect(Collectors.joining(", "));
    return parties.size() == 1 ? names : "{" + names + "}";
  }
}
