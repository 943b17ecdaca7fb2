package dev.zonec.compiler.lint;

import dev.zonec.compiler.param.GivenParams;
import dev.zonec.diagnostics.Code;
import dev.zonec.model.program.FoundEnds;
import java.time.LocalDate;
import java.util.Set;

/**
 * What lint looks for.
 *
 * @param asOf the day on which flows are judged to have expired
 * @param params the values that the user gives to parameters
 * @param deployed what runs beside the program
 * @param ends the addresses of the API server and of the nodes that are known beside the program's
 * @param enabled codes of opt-in checks that are wanted
 * @param disabled codes that are not wanted
 */
public record LintOptions(
    LocalDate asOf,
    GivenParams params,
    Deployed deployed,
    FoundEnds ends,
    Set<Code> enabled,
    Set<Code> disabled) {
  /** Copies the sets. */
  public LintOptions {
    enabled = Set.copyOf(enabled);
    disabled = Set.copyOf(disabled);
  }

  /** The same where no addresses are known beside the program's. */
  public LintOptions(
      LocalDate asOf,
      GivenParams params,
      Deployed deployed,
      Set<Code> enabled,
      Set<Code> disabled) {
    this(asOf, params, deployed, FoundEnds.NONE, enabled, disabled);
  }
}
