package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.program.Disjointness;

/** Reports zones that are declared disjoint and are not. */
public final class DisjointText {
  private DisjointText() {}

  /** Returns the error that the pods of a workload are in both zones. */
  public static Diagnostic inBoth(Disjointness.Pair zones, Workload workload) {
    return Diagnostic.error(
            Code.ZC0531,
            workload.span(),
            workload.label()
                + " is in `"
                + zones.first()
                + "` and `"
                + zones.second()
                + "`, which are declared disjoint")
        .also(zones.span(), "declared disjoint here")
        .help("change its labels, or the selectors of the zones");
  }

  /** Returns the error that the declaration would leave no pod in {@code zone}. */
  static Diagnostic empty(Disjointness.Pair zones, String zone) {
    return Diagnostic.error(
            Code.ZC0532, zones.span(), "`disjoint` would leave no pod in zone `" + zone + "`")
        .labelled("every pod of `" + zone + "` is in two zones that are declared disjoint")
        .note("the proofs do not assume this statement")
        .help("select the zones by different values of one label");
  }
}
