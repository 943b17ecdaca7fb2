package dev.zonec.cli;

import dev.zonec.application.certificate.CertificateOutcome;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.OrderedMap;
import java.util.List;
import java.util.Optional;

/** Prints what the check of a certificate comes to. */
record CheckCertificateReport(Console console, FormatOption format) {
  /** The width of the names of steps. */
  private static final int WIDTH = 15;

  /**
   * Prints the outcome, and returns the exit code.
   *
   * @param outcome the outcome; empty if the time ran out
   */
  ExitCode of(Optional<CertificateOutcome> outcome) {
    JsonDocument document = new JsonDocument("check-certificate");
    ExitCode exit = outcome.map(found -> report(found, document)).orElse(ExitCode.INCONCLUSIVE);
    return format.json() ? document.printed(console, exit) : exit;
  }

  private ExitCode report(CertificateOutcome outcome, JsonDocument document) {
    document.put(
        "steps",
        outcome.steps().stream()
            .map(step -> OrderedMap.of("name", step.name(), "found", step.found()))
            .toList());
    if (!format.json()) {
      outcome
          .steps()
          .forEach(
              step ->
                  console.line(
                      step.name() + " ".repeat(WIDTH - step.name().length()) + step.found()));
    }
    return switch (outcome) {
      case CertificateOutcome.Unusable(var problems) ->
          problems(problems, document, ExitCode.BAD_INPUT);
      case CertificateOutcome.Refused(var steps, var problems) ->
          problems(problems, document, ExitCode.VIOLATION);
      case CertificateOutcome.Undecided(var steps, var problems) ->
          problems(problems, document, ExitCode.INCONCLUSIVE);
      case CertificateOutcome.Confirmed(var steps, int claims, List<String> others) -> {
        document.put("verdict", "confirmed");
        document.put("claims", claims);
        document.put("others", others);
        if (!format.json()) {
          console.line("confirmed: " + Counted.of(claims, "claim"));
          others.forEach(other -> console.line("not in the certificate: " + other));
        }
        yield ExitCode.HOLDS;
      }
    };
  }

  private ExitCode problems(List<Diagnostic> problems, JsonDocument document, ExitCode exit) {
    document.put("verdict", exit == ExitCode.VIOLATION ? "refused" : "undecided");
    console.report(problems);
    return exit;
  }
}
