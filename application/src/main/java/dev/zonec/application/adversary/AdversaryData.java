package dev.zonec.application.adversary;

import dev.zonec.application.adversary.AdversaryOutcome.Deletions;
import dev.zonec.application.adversary.AdversaryOutcome.Row;
import dev.zonec.application.adversary.AdversaryOutcome.Tried;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.verifier.finding.Finding;
import dev.zonec.verifier.report.VerificationData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what adversaries do as maps and lists for the JSON document of {@code verify}.
 *
 * @param verified the variant
 */
public record AdversaryData(VariantOutcome.Verified verified) {
  /** Returns the properties of a run. */
  public Map<String, Object> of(AdversaryOutcome outcome, boolean deletions) {
    Map<String, Object> out = new LinkedHashMap<>();
    switch (outcome) {
      case AdversaryOutcome.NoAssertions none -> {
        out.put("adversaries", List.of());
        if (deletions) {
          out.put("deletions", List.of());
        }
      }
      case Tried tried -> {
        out.put("adversaries", results(tried));
        if (deletions) {
          out.put("deletions", tried.deletions().stream().map(this::deletions).toList());
        }
      }
    }
    return out;
  }

  private List<Map<String, Object>> results(Tried tried) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Row row : tried.rows()) {
      for (int i = 0; i < row.results().size(); i++) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("assertion", row.assertion().name());
        out.put("adversary", tried.adversaries().get(i).word());
        out.put("result", row.results().get(i).word());
        switch (row.results().get(i)) {
          case AdversaryResult.Breaks(var finding) -> out.put("counterexample", finding(finding));
          case AdversaryResult.Open(String reason) -> out.put("reason", reason);
          case AdversaryResult.Holds holds -> {}
          case AdversaryResult.Same same -> {}
          case AdversaryResult.Robust robust -> {}
          case AdversaryResult.Assumes(List<String> keys, var finding) -> {
            out.put("labels", keys);
            out.put("counterexample", finding(finding));
          }
          case AdversaryResult.Rests(List<String> keys, var finding) -> {
            out.put("labels", keys);
            out.put("counterexample", finding(finding));
          }
        }
        all.add(out);
      }
    }
    return all;
  }

  private Map<String, Object> deletions(Deletions each) {
    return OrderedMap.of(
        "assertion",
        each.assertion().name(),
        "result",
        each.word(),
        "breaking",
        each.breaking().stream()
            .map(
                deletion ->
                    OrderedMap.of(
                        "policy", deletion.policy(), "counterexample", finding(deletion.finding())))
            .toList(),
        "undecided",
        each.undecided().stream()
            .map(
                deletion -> OrderedMap.of("policy", deletion.policy(), "reason", deletion.reason()))
            .toList());
  }

  private Map<String, Object> finding(Finding.Violation finding) {
    return VerificationData.finding(finding, new AdversaryDiagnostics(verified).warning(finding));
  }
}
