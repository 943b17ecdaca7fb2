package dev.zonec.compiler.lint;

import dev.zonec.compiler.param.GivenParams;
import dev.zonec.diagnostics.Code;
import dev.zonec.model.program.FoundEnds;
import java.time.LocalDate;
import java.util.Set;

/**
 * The options of lint.
 *
 * @param asOf the date for expiry
 * @param params the values that the user gives to parameters
 * @param deployed the deployed workloads
 * @param ends the addresses of the API server and the nodes that manifests or a cluster show
 * @param enabled codes of opt-in checks to run
 * @param disabled codes to leave out
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

  /** Creates options without addresses of the API server and the nodes. */
  public LintOptions(
      LocalDate asOf,
      GivenParams params,
      Deployed deployed,
      Set<Code> enabled,
      Set<Code> disabled) {
    this(asOf, params, deployed, FoundEnds.NONE, enabled, disabled);
  }
}
