package dev.zonec.importer;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/**
 * A zone program from policies.
 *
 * @param text the program
 * @param zones how many zones it declares
 * @param flows how many {@code allow} statements it has
 * @param inexpressible rules that the language has no words for, so that they are not in the text;
 *     each an error
 * @param ineffective rules and policies that are not in the text since they admit or select
 *     nothing; each a warning
 */
public record Draft(
    String text,
    int zones,
    int flows,
    List<Diagnostic> inexpressible,
    List<Diagnostic> ineffective) {
  /** Copies the lists. */
  public Draft {
    inexpressible = List.copyOf(inexpressible);
    ineffective = List.copyOf(ineffective);
  }
}
