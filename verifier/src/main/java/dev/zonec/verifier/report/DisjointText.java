package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Disjointness;
import dev.zonec.verifier.world.Workload;

/** Says what is wrong with zones that should share no pod. */
public final class DisjointText {
  private DisjointText() {}

  /** A workload's pods are in both. */
  public static Diagnostic inBoth(Disjointness.Pair zones, Workload workload) {
    return Diagnostic.error(
            Code.ZC0531,
            workload.site(),
            workload.label()
                + " is in `"
                + zones.first()
                + "` and in `"
                + zones.second()
                + "`, which should share no pod")
        .note("they are said to be disjoint at " + zones.origin().fileAndLine())
        .help("change its labels, or what the zones select");
  }

  /** One of them would have no pod left. */
  static Diagnostic empty(Disjointness.Pair zones, String zone) {
    return Diagnostic.error(
            Code.ZC0532,
            zones.origin(),
            "no pod could be in `" + zone + "` if " + zones + " shared none")
        .labelled("this is not assumed")
        .help("select the zones by different values of one label");
  }
}
