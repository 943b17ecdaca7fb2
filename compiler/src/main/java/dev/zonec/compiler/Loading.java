package dev.zonec.compiler;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** What came of reading a program. */
public sealed interface Loading {
  /**
   * The program makes sense, whatever the values of its parameters.
   *
   * @param variants at least one: the program with each choice of values; just one where it depends
   *     on no {@code enum} parameter or all of them are given
   * @param warnings in the order of the sources
   */
  record Loaded(List<LoadedVariant> variants, List<Diagnostic> warnings) implements Loading {
    /** Copies the lists. */
    public Loaded {
      variants = List.copyOf(variants);
      warnings = List.copyOf(warnings);
    }

    /** The variants that hold where the user says no more: more than one leaves a choice open. */
    public List<LoadedVariant> standard() {
      return variants.stream().filter(LoadedVariant::standard).toList();
    }
  }

  /**
   * It does not.
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
