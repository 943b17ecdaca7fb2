package dev.zonec.application.cut;

import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.Verify;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Assertion;
import dev.zonec.verifier.cut.PathCut;
import dev.zonec.verifier.cut.PathCutSearch;
import java.util.List;
import java.util.Optional;

/**
 * Finds a smallest set of rules whose removal closes all paths.
 *
 * @param ready the inputs
 * @param text the paths, such as {@code web ~> db}
 */
public record FindCut(Verify.Ready ready, String text) {
  /** Returns the errors of the question in the first variant that has some. */
  public List<Diagnostic> problems() {
    for (LoadedVariant variant : ready.variants()) {
      if (CutQuestion.of(text, variant, ready) instanceof CutQuestion.Malformed(var found)) {
        return found;
      }
    }
    return List.of();
  }

  /**
   * Returns the cut of {@code variant}; empty if the question has errors. What is not decided at
   * the deadline of the verification is undecided.
   */
  public Optional<CutAnswer> of(LoadedVariant variant, VariantOutcome.Verified verified) {
    return CutQuestion.of(text, variant, ready)
            instanceof CutQuestion.Asked(Assertion.NoPath noPath)
        ? Optional.of(new CutAnswer(verified, text, cut(verified, noPath)))
        : Optional.empty();
  }

  private static PathCut cut(VariantOutcome.Verified verified, Assertion.NoPath noPath) {
    return verified.certain()
        ? PathCutSearch.of(verified.verification(), noPath)
        : new PathCut.Undecided("an input was not read");
  }
}
