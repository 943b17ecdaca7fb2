package dev.zonec.compiler;

import dev.zonec.compiler.expiry.ExpiredFlows;
import dev.zonec.model.endpoint.Namespace;
import java.time.LocalDate;
import java.util.List;

/**
 * What compilation depends on beside the sources.
 *
 * @param asOf the day on which flows are judged to have expired
 * @param expired what becomes of flows that have
 * @param catalog the namespaces that are known; needed where zones select them by labels
 */
public record CompileOptions(LocalDate asOf, ExpiredFlows expired, List<Namespace> catalog) {
  /** Copies the catalog. */
  public CompileOptions {
    catalog = List.copyOf(catalog);
  }

  /** The same where an expired flow is an error. */
  public CompileOptions(LocalDate asOf, List<Namespace> catalog) {
    this(asOf, ExpiredFlows.ERROR, catalog);
  }
}
