package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.origin.PolicyOrigin;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.proof.VerificationResult.Finding;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns findings into diagnostics.
 *
 * @param program the program that was verified
 * @param origins where policies come from
 */
public record VerificationReport(ZoneProgram program, PolicyOrigins origins) {
  private static final int MOST_PAIRS = 8;
  private static final int MOST_ALIKE = 2;

  /** Where no policy is known to come from the program. */
  public VerificationReport(ZoneProgram program) {
    this(program, PolicyOrigins.NONE);
  }

  /** What is to be said of {@code result}, in the order of its findings. */
  public List<Diagnostic> diagnostics(VerificationResult result) {
    List<Diagnostic> out = new ArrayList<>();
    Map<String, Integer> reasons = new TreeMap<>();
    for (Finding finding : result.findings()) {
      switch (finding.verdict()) {
        case Verdict.Proved proved -> {}
        case Verdict.Waived waived -> {}
        case Verdict.Refuted(var counterexamples) ->
            out.addAll(refuted(finding.claim(), counterexamples, Severity.ERROR));
        case Verdict.Inconclusive(var reason, var provisional) -> {
          out.addAll(refuted(finding.claim(), provisional, Severity.WARNING));
          if (!isMoot(finding, result) && reasons.merge(reason, 1, Integer::sum) <= MOST_ALIKE) {
            out.add(inconclusive(finding.claim(), reason));
          }
        }
        case Verdict.Vacuous(var party) -> out.add(emptyZone(finding.claim(), party));
      }
    }
    result.unusedWaivers().forEach(waiver -> out.add(WaiverText.unused(waiver, result)));
    reasons.forEach(
        (reason, count) -> {
          if (count > MOST_ALIKE) {
            out.add(
                Diagnostic.error(
                    Code.ZC0510,
                    (count - MOST_ALIKE == 1
                            ? "1 more claim is"
                            : (count - MOST_ALIKE) + " more claims are")
                        + " inconclusive: "
                        + reason));
          }
        });
    return out;
  }

  /**
   * Whether an inconclusive claim is not worth a message: nothing is said of undeclared paths while
   * some claim is refuted or is about an empty zone, since that has to be dealt with first.
   */
  private static boolean isMoot(Finding finding, VerificationResult result) {
    return finding.claim() instanceof Claim.NoUndeclaredPath && result.anyRefuted();
  }

  private List<Diagnostic> refuted(
      Claim claim, List<Counterexample> counterexamples, Severity severity) {
    if (counterexamples.isEmpty()) {
      return List.of();
    }
    return switch (claim) {
      case Claim.NoExtra noExtra ->
          counterexamples.stream().map(c -> extra(c, severity)).distinct().toList();
      case Claim.NothingMissing missing ->
          counterexamples.stream().map(c -> missing(c, severity)).distinct().toList();
      case Claim.LeftFree free ->
          counterexamples.stream().map(c -> blockedThoughFree(c, severity)).distinct().toList();
      case Claim.NoUndeclaredPath path -> List.of(undeclaredPaths(counterexamples, severity));
      case Claim.NoSharedPod(var zones) ->
          counterexamples.stream()
              .map(c -> DisjointText.inBoth(zones, ((Counterexample.InBoth) c).workload()))
              .toList();
      case Claim.Asserted(Assertion assertion) ->
          List.of(violated(assertion, counterexamples.getFirst(), severity));
    };
  }

  private Diagnostic extra(Counterexample counterexample, Severity severity) {
    Hop hop = hops(counterexample).getFirst();
    Diagnostic diagnostic =
        new Diagnostic(
            severity,
            Code.ZC0506,
            "a connection that no flow declares is allowed: "
                + HopText.connection(hop.from().label(), hop.to().label(), hop.transport()),
            blame(hop),
            "",
            List.of(new Note("path", String.join("\n", HopText.lines(hop, origins)))));
    return withOrigins(diagnostic, List.of(hop));
  }

  private Diagnostic missing(Counterexample counterexample, Severity severity) {
    Counterexample.Blocked blocked = (Counterexample.Blocked) counterexample;
    Flow flow = blocked.declaredBy().orElseThrow();
    return new Diagnostic(
        severity,
        Code.ZC0507,
        "a declared flow is blocked: " + flow,
        Place.at(flow.origin()),
        flow.implied() ? "dns is allowed here" : "blocked",
        List.of(new Note("blocked", String.join("\n", HopText.lines(blocked.hop(), origins)))));
  }

  private Diagnostic blockedThoughFree(Counterexample counterexample, Severity severity) {
    Hop hop = ((Counterexample.Blocked) counterexample).hop();
    return new Diagnostic(
        severity,
        Code.ZC0514,
        "policies block a connection that the program does not restrict: "
            + HopText.connection(hop.from().label(), hop.to().label(), hop.transport()),
        isolating(hop).map(this::place).orElseGet(Place.Nowhere::new),
        "",
        List.of(new Note("blocked", String.join("\n", HopText.lines(hop, origins)))));
  }

  /** Of a policy that is in no file, the place in the program. */
  private Place place(Policy policy) {
    return OriginText.placeOf(origins.of(policy)).orElseGet(() -> Place.at(policy.site()));
  }

  private static Optional<Policy> isolating(Hop hop) {
    return hop.decision() instanceof Decision.Judged(Side egress, Side ingress)
        ? Stream.of(egress, ingress)
            .map(Side::last)
            .filter(Side.Blocked.class::isInstance)
            .map(side -> ((Side.Blocked) side).isolating().getFirst())
            .findFirst()
        : Optional.empty();
  }

  private Diagnostic undeclaredPaths(List<Counterexample> found, Severity severity) {
    List<Counterexample.Path> paths = found.stream().map(c -> (Counterexample.Path) c).toList();
    Counterexample.Path shown =
        paths.stream()
            .min(java.util.Comparator.comparingInt(path -> path.hops().size()))
            .orElseThrow();
    String pairs =
        paths.stream()
            .limit(MOST_PAIRS)
            .map(path -> path.from() + " ~> " + path.to())
            .collect(Collectors.joining(", "));
    String more = paths.size() > MOST_PAIRS ? " and " + (paths.size() - MOST_PAIRS) + " more" : "";
    Diagnostic diagnostic =
        new Diagnostic(
            severity,
            Code.ZC0508,
            "lateral paths exist that no flows declare: " + pairs + more,
            undeclaredHop(shown).map(this::blame).orElseGet(Place.Nowhere::new),
            "",
            List.of(pathNote(shown.hops())));
    return withOrigins(diagnostic, shown.hops());
  }

  /** The last hop that a hand-written rule lets through; else the last is the likeliest. */
  private Optional<Hop> undeclaredHop(Counterexample.Path path) {
    return path.hops().stream()
        .filter(
            hop ->
                AdmittingRule.of(List.of(hop), origins).stream()
                    .anyMatch(rule -> !rule.generated()))
        .reduce((one, next) -> next)
        .or(() -> Optional.of(path.hops().getLast()));
  }

  private Diagnostic violated(
      Assertion assertion, Counterexample counterexample, Severity severity) {
    List<Hop> hops = hops(counterexample);
    Hop first = hops.getFirst();
    String connection =
        HopText.connection(first.from().label(), first.to().label(), first.transport());
    Note path = pathNote(hops);
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
          ofOurs(
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
          TierText.withSurprise(
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
          new Diagnostic(
              severity,
              Code.ZC0505,
              "a connection that must work is blocked: " + connection,
              Place.at(assertion.origin()),
              "violated",
              List.of(new Note("blocked", String.join("\n", HopText.lines(first, origins)))));
    };
  }

  /** What pods of no zone may do is for others to say, and often not what is meant. */
  private Diagnostic ofOurs(Assertion.Only claim, Hop hop, Diagnostic problem) {
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
      List<Hop> hops) {
    return withOrigins(
        new Diagnostic(severity, code, message, Place.at(assertion.origin()), label, List.of(path)),
        hops);
  }

  private Note pathNote(List<Hop> hops) {
    return new Note(
        "path",
        hops.stream()
            .flatMap(hop -> HopText.lines(hop, origins).stream())
            .collect(Collectors.joining("\n")));
  }

  private static List<Hop> hops(Counterexample counterexample) {
    return switch (counterexample) {
      case Counterexample.Allowed(Hop hop) -> List.of(hop);
      case Counterexample.Path path -> path.hops();
      case Counterexample.Blocked blocked -> List.of(blocked.hop());
      case Counterexample.InBoth both -> List.of();
    };
  }

  /** Says which of the rules are not the program's: those are what a user can delete. */
  private Diagnostic withOrigins(Diagnostic diagnostic, List<Hop> hops) {
    List<AdmittingRule> rules = AdmittingRule.of(hops, origins);
    List<AdmittingRule> written = rules.stream().filter(rule -> !rule.generated()).toList();
    if (written.isEmpty()) {
      return withEdits(diagnostic, rules);
    }
    String file = written.getFirst().file();
    List<String> policies = written.stream().map(AdmittingRule::policy).distinct().toList();
    return diagnostic
        .note(
            policies.size() == 1
                ? policies.getFirst() + " was not generated by zonec"
                : "these policies were not generated by zonec: " + String.join(", ", policies))
        .help("declare the flow if it is intended; otherwise delete or narrow the rule in " + file);
  }

  /** Generated files that are not what the program compiles to any more. */
  private static Diagnostic withEdits(Diagnostic diagnostic, List<AdmittingRule> rules) {
    List<String> files =
        rules.stream()
            .filter(rule -> rule.origin() instanceof PolicyOrigin.Differs)
            .map(AdmittingRule::file)
            .distinct()
            .toList();
    return files.isEmpty()
        ? diagnostic
        : diagnostic.help(
            "declare the flow if it is intended; otherwise compile the program again: "
                + String.join(", ", files)
                + (files.size() == 1 ? " is" : " are")
                + " out of date");
  }

  /** A hand-written rule before a generated one; where no rule is, the zone that lies open. */
  private Place blame(Hop hop) {
    Optional<AdmittingRule> rule =
        AdmittingRule.of(List.of(hop), origins).stream()
            .min(java.util.Comparator.comparing(AdmittingRule::generated));
    if (rule.isPresent()) {
      return OriginText.placeOf(rule.get().origin()).orElseGet(() -> Place.at(rule.get().site()));
    }
    Optional<Span> zone =
        Stream.of(hop.from(), hop.to())
            .flatMap(
                end ->
                    program.zones().stream()
                        .filter(z -> z.contains(end.endpoint()))
                        .map(Party.Zone::origin))
            .findFirst();
    return zone.map(Place::at).orElseGet(Place.Nowhere::new);
  }

  private static Diagnostic inconclusive(Claim claim, String reason) {
    String what =
        switch (claim) {
          case Claim.NoExtra c -> "`no undeclared connection`";
          case Claim.NothingMissing c -> "`no blocked flow`";
          case Claim.LeftFree c -> "`nothing blocked that is left free`";
          case Claim.NoUndeclaredPath c -> "`no undeclared path`";
          case Claim.NoSharedPod(var zones) -> "`" + zones + " share no pod`";
          case Claim.Asserted(Assertion assertion) -> "assertion `" + assertion.name() + "`";
        };
    return new Diagnostic(
        Severity.ERROR,
        Code.ZC0510,
        what + " is inconclusive: " + reason,
        claim instanceof Claim.Asserted(Assertion assertion)
            ? Place.at(assertion.origin())
            : new Place.Nowhere(),
        "",
        List.of());
  }

  private static Diagnostic emptyZone(Claim claim, String party) {
    if (claim instanceof Claim.NoSharedPod(var zones)) {
      return DisjointText.empty(zones, party);
    }
    Assertion assertion = ((Claim.Asserted) claim).assertion();
    return Diagnostic.error(
            Code.ZC0509,
            assertion.origin(),
            "assertion `"
                + assertion.name()
                + "` is about an empty zone: nothing can be in `"
                + party
                + "`")
        .note("every statement about an empty zone holds")
        .help("correct its selectors, or pass the manifests of its namespaces");
  }

  private static String names(List<Party> parties) {
    String names = parties.stream().map(Party::name).collect(Collectors.joining(", "));
    return parties.size() == 1 ? names : "{" + names + "}";
  }
}
