package dev.zonec.compiler;

import dev.zonec.compiler.param.GivenParams;
import dev.zonec.model.endpoint.Namespace;
import java.time.LocalDate;
import java.util.List;

/**
 * What compilation depends on beside the sources.
 *
 * @param asOf the day on which flows are judged to have expired
 * @param catalog the namespaces that are known; needed where zones select them by labels
 * @param params the values that the user gives to parameters
 */
public record CompileOptions(LocalDate asOf, List<Namespace> catalog, GivenParams params) {
  /** Copies the catalog. */
  public CompileOptions {
    catalog = List.copyOf(catalog);
  }

  /** The same without values for parameters. */
  public CompileOptions(LocalDate asOf, List<Namespace> catalog) {
    this(asOf, catalog, GivenParams.NONE);
  }
}
