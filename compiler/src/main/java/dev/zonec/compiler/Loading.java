package dev.zonec.compiler;

import dev.zonec.compiler.ignore.Suppressed;
import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** The outcome of loading a program. */
public sealed interface Loading {
  /**
   * The program has no errors, for any values of its parameters.
   *
   * @param variants at least one variant; exactly one if no {@code enum} parameter is open
   * @param warnings the warnings, in the order of the sources
   * @param suppressed the warnings that comments suppress
   */
  record Loaded(
      List<LoadedVariant> variants, List<Diagnostic> warnings, List<Suppressed> suppressed)
      implements Loading {
    /** Copies the lists. */
    public Loaded {
      variants = List.copyOf(variants);
      warnings = List.copyOf(warnings);
      suppressed = List.copyOf(suppressed);
    }

    /**
     * Returns the variants that apply if the user gives no further values. Several variants mean
     * that a parameter has no value.
     */
    public List<LoadedVariant> standard() {
      return variants.stream().filter(LoadedVariant::standard).toList();
    }
  }

  /**
   * The program has errors.
   *
   * @param problems at least one error, and the warnings, in the order of the sources
   */
  record Rejected(List<Diagnostic> problems) implements Loading {
    /** Copies the problems. */
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
