package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.Hop;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reports lateral paths that no flows declare.
 *
 * @param origins the flows that policies come from
 * @param blame finds the place of a finding
 */
record UndeclaredPathText(PolicyOrigins origins, Blame blame) {
  private static final int MOST_PAIRS = 8;

  Diagnostic of(List<Counterexample> found, Severity severity) {
    List<Counterexample.Path> paths = found.stream().map(c -> (Counterexample.Path) c).toList();
    Counterexample.Path shown =
        paths.stream().min(Comparator.comparingInt(path -> path.hops().size())).orElseThrow();
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
            undeclaredHop(shown).map(blame::of).orElseGet(Place.Nowhere::new),
            "",
            List.of(HopText.path(shown.hops(), origins)));
    return blame.withOrigins(diagnostic, shown.hops());
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
}
