package dev.zonec.compiler;

import dev.zonec.compiler.expiry.ExpiredFlows;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.FoundEnds;
import java.time.LocalDate;
import java.util.List;

/**
 * The options of a compilation.
 *
 * @param asOf the date for expiry
 * @param expired the treatment of expired flows
 * @param catalog the known namespaces, for zones that select namespaces by labels
 * @param params the values that the user gives to parameters
 * @param ends the addresses of the API server and the nodes that manifests or a cluster show
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

  /** Creates options without values of parameters, for which an expired flow is an error. */
  public CompileOptions(LocalDate asOf, List<Namespace> catalog) {
    this(asOf, ExpiredFlows.ERROR, catalog, GivenParams.NONE, FoundEnds.NONE);
  }

  /** Creates options for which an expired flow is an error. */
  public CompileOptions(LocalDate asOf, List<Namespace> catalog, GivenParams params) {
    this(asOf, ExpiredFlows.ERROR, catalog, params, FoundEnds.NONE);
  }
}
