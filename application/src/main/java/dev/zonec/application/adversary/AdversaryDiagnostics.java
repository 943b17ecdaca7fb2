package dev.zonec.application.adversary;

import dev.zonec.application.adversary.AdversaryOutcome.Deletion;
import dev.zonec.application.adversary.AdversaryOutcome.Deletions;
import dev.zonec.application.adversary.AdversaryOutcome.Row;
import dev.zonec.application.adversary.AdversaryOutcome.Tried;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Severity;
import dev.zonec.verifier.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns the counterexamples of broken results into warnings.
 *
 * @param verified the variant, whose own findings are reported already
 */
public record AdversaryDiagnostics(VariantOutcome.Verified verified) {
  private static final Set<String> ADVICE = Set.of("note", "help");

  /**
   * Returns a warning for each broken result, and for the first deletion that breaks an assertion.
   * Counterexamples that exist without the adversary are left out.
   */
  public List<Diagnostic> of(Tried tried) {
    Set<String> known =
        verified.findings().stream()
            .map(finding -> finding.id().value())
            .collect(Collectors.toSet());
    List<Diagnostic> all = new ArrayList<>();
    for (int i = 0; i < tried.adversaries().size(); i++) {
      String note = "with the adversary `" + tried.adversaries().get(i).word() + "`";
      for (Row row : tried.rows()) {
        if (row.results().get(i) instanceof AdversaryResult.Breaks(var finding)
            && !known.contains(finding.id().value())) {
          all.add(warning(finding, note));
        }
        if (row.results().get(i) instanceof AdversaryResult.Rests(var keys, var finding)) {
          all.add(
              warning(finding, note)
                  .note("the assertion rests on " + labels(keys))
                  .help(
                      keys.stream().map(this::toDeclare).collect(Collectors.joining(" and "))
                          + ", and apply the policies of `zonec compile --emit admission`"));
        }
      }
    }
    for (Deletions each : tried.deletions()) {
      each.breaking().stream()
          .filter(deletion -> !known.contains(deletion.finding().id().value()))
          .findFirst()
          .map(deletion -> warning(deletion.finding(), note(deletion)))
          .ifPresent(all::add);
    }
    return all;
  }

  private String toDeclare(String key) {
    return verified.program().trust().settersOf(key).isEmpty()
        ? "declare `trust label " + key + " admin-only`"
        : "name no namespace in `trust label " + key + "`";
  }

  /** Returns text such as {@code label app} or {@code labels app, tier}. */
  public static String labels(List<String> keys) {
    return (keys.size() == 1 ? "label " : "labels ") + String.join(", ", keys);
  }

  private static String note(Deletion deletion) {
    return "without " + deletion.policy();
  }

  private Diagnostic warning(Finding.Violation finding, String note) {
    return warning(finding).note(note);
  }

  /**
   * Returns the diagnostic of {@code finding} as a warning, without advice: what to change about a
   * rule does not apply to policies that do not exist in this form.
   */
  Diagnostic warning(Finding.Violation finding) {
    Diagnostic found = verified.report().diagnostic(finding).orElseThrow();
    return new Diagnostic(
        Severity.WARNING,
        found.code(),
        found.message(),
        found.place(),
        found.label(),
        found.others(),
        found.notes().stream().filter(each -> !ADVICE.contains(each.kind())).toList());
  }
}
