package dev.zonec.compiler;

import dev.zonec.compiler.expiry.ExpiredFlows;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.FoundEnds;
import java.time.LocalDate;
import java.util.List;

/**
 * What compilation depends on beside the sources.
 *
 * @param asOf the day on which flows are judged to have expired
 * @param expired what becomes of flows that have
 * @param catalog the namespaces that are known; needed where zones select them by labels
 * @param params the values that the user gives to parameters
 * @param ends the addresses of the API server and of the nodes that are known beside the program's
 */
public record CompileOptions(
    LocalDate asOf,
    ExpiredFlows expired,
    List<Namespace> catalog,
    GivenParams params,
    FoundEnds ends) {
  /** Copies the catalog. */
  public CompileOptions {
    catalog = List.copyOf(catalog);
  }

  /** The same where an expired flow is an error, without values for parameters. */
  public CompileOptions(LocalDate asOf, List<Namespace> catalog) {
    this(asOf, ExpiredFlows.ERROR, catalog, GivenParams.NONE, FoundEnds.NONE);
  }

  /** The same where an expired flow is an error. */
  public CompileOptions(LocalDate asOf, List<Namespace> catalog, GivenParams params) {
    this(asOf, ExpiredFlows.ERROR, catalog, params, FoundEnds.NONE);
  }
}
