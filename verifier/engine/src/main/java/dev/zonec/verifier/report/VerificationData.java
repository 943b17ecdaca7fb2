package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticData;
import dev.zonec.model.program.Assertion;
import dev.zonec.verifier.deployed.DeployedZones;
import dev.zonec.verifier.finding.Finding;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.proof.WorldKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Writes runs of {@code verify} as maps and lists for JSON. */
public final class VerificationData {
  /**
   * The version of the format. It increases when a reader of the previous version could misread a
   * document.
   */
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

  /** Returns the run of a variant that does not compile. */
  public static Map<String, Object> rejected(String variant, List<Diagnostic> problems) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("variant", variant);
    out.put("status", "rejected");
    out.put("problems", problems.stream().map(DiagnosticData::of).toList());
    return out;
  }

  /** Returns the run of a variant for which the time ran out. */
  public static Map<String, Object> timedOut(String variant) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("variant", variant);
    out.put("status", "timed-out");
    return out;
  }

  /**
   * Returns the run of a verified variant.
   *
   * @param variant the values of the parameters; empty if there is only one variant
   * @param summary the summary of the run
   * @param report the report of the run
   * @param found the findings of the run
   * @param deployed the zones that contain no deployed pods
   * @param warnings further warnings about the run
   * @param filter returns the diagnostics that the user wants to see: comments of the program can
   *     suppress warnings
   */
  public static Map<String, Object> run(
      String variant,
      VerificationSummary summary,
      VerificationReport report,
      VerificationResult result,
      List<Finding> found,
      DeployedZones deployed,
      List<Diagnostic> warnings,
      UnaryOperator<List<Diagnostic>> filter) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("variant", variant);
    out.put("status", result.conclusion().name().toLowerCase(Locale.ROOT));
    out.put("policies", summary.proved().label());
    out.put("world", VerificationSummary.world(summary.pods()));
    if (summary.pods() == WorldKind.CLOSED) {
      out.put("workloads", summary.deployedWorkloads());
    }
    out.put("asOf", summary.asOf().toString());
    out.put("assumptions", summary.assumptions(result));
    List<Diagnostic> all = new ArrayList<>(warnings);
    result.unusedWaivers().forEach(waiver -> all.add(WaiverText.unused(waiver, result)));
    out.put("warnings", filter.apply(all).stream().map(DiagnosticData::of).toList());
    Set<String> vacuous = VerificationSummary.vacuous(result, deployed);
    List<Map<String, Object>> findings = new ArrayList<>();
    for (Finding finding : found) {
      Optional<Diagnostic> diagnostic = report.diagnostic(finding);
      if (diagnostic.isEmpty() || !filter.apply(List.of(diagnostic.get())).isEmpty()) {
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

  /** Returns one finding with its diagnostic. */
  public static Map<String, Object> finding(Finding.Violation finding, Diagnostic told) {
    return FindingData.of(finding, Optional.of(told));
  }
}
