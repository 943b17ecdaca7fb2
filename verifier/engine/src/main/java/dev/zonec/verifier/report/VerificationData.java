package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticData;
import dev.zonec.model.program.Assertion;
import dev.zonec.verifier.deployed.DeployedZones;
import dev.zonec.verifier.finding.Finding;
import dev.zonec.verifier.finding.Findings;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.VerificationResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Writes runs of {@code verify} as maps and lists, ready for JSON. */
public final class VerificationData {
  /** The version of the format; it grows when a reader of the last one could misread a run. */
  public static final int VERSION = 1;

  private VerificationData() {}

  /**
   * Returns the document.
   *
   * @param problems the problems of the inputs, which concern every run
   * @param runs the runs, one for each combination of values of parameters; none if the inputs
   *     cannot be used
   */
  public static Map<String, Object> of(List<Diagnostic> problems, List<Map<String, Object>> runs) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("format", "zonec-verify");
    out.put("version", VERSION);
    out.put("problems", problems.stream().map(DiagnosticData::of).toList());
    out.put("runs", runs);
    return out;
  }

  /** A run of a variant that does not compile. */
  public static Map<String, Object> rejected(String variant, List<Diagnostic> problems) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("variant", variant);
    out.put("status", "rejected");
    out.put("problems", problems.stream().map(DiagnosticData::of).toList());
    return out;
  }

  /** A run of a variant for which the time ran out. */
  public static Map<String, Object> timedOut(String variant) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("variant", variant);
    out.put("status", "timed-out");
    return out;
  }

  /**
   * A run.
   *
   * @param variant the values of its parameters; empty if there is one variant only
   * @param summary what was verified
   * @param report the text of its findings
   * @param deployed the zones that have pods
   * @param warnings what else is to be said of it
   * @param told which diagnostics the user wants to see: comments of the program can take warnings
   *     back
   */
  public static Map<String, Object> run(
      String variant,
      VerificationSummary summary,
      VerificationReport report,
      VerificationResult result,
      DeployedZones deployed,
      List<Diagnostic> warnings,
      UnaryOperator<List<Diagnostic>> told) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("variant", variant);
    out.put("status", result.conclusion().name().toLowerCase(Locale.ROOT));
    out.put("policies", summary.proved());
    out.put("asOf", summary.asOf().toString());
    out.put("assumptions", summary.assumptions(result));
    List<Diagnostic> all = new ArrayList<>(warnings);
    result.unusedWaivers().forEach(waiver -> all.add(WaiverText.unused(waiver, result)));
    out.put("warnings", told.apply(all).stream().map(DiagnosticData::of).toList());
    Set<String> vacuous = VerificationSummary.vacuous(result, deployed);
    List<Map<String, Object>> findings = new ArrayList<>();
    for (Finding finding : new Findings(report.program(), report.origins()).of(result)) {
      Optional<Diagnostic> diagnostic = report.diagnostic(finding);
      if (diagnostic.isEmpty() || !told.apply(List.of(diagnostic.get())).isEmpty()) {
        Map<String, Object> data = FindingData.of(finding, diagnostic);
        if (finding instanceof Finding.Holds(var id, Claim.Asserted(Assertion assertion))) {
          data.put("vacuous", vacuous.contains(assertion.name()));
        }
        findings.add(data);
      }
    }
    out.put("findings", findings);
    return out;
  }
}
