package dev.zonec.importer;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/**
 * A zone program that was drafted from policies.
 *
 * @param text the text of the program
 * @param zones the number of zones
 * @param flows the number of {@code allow} statements
 * @param inexpressible an error for each rule that the language cannot express; the text leaves
 *     these rules out
 * @param ineffective a warning for each rule or policy that admits or selects nothing; the text
 *     leaves these out too
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
