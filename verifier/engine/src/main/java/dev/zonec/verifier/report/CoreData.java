package dev.zonec.verifier.report;

import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.core.Core;
import dev.zonec.verifier.finding.FindingHop;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.proof.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what claims rest on as maps and lists for JSON. */
public final class CoreData {
  private final ZoneProgram program;
  private final PolicyOrigins origins;
  private final ElementData elements;

  /**
   * @param program the program
   * @param origins the origins of the policies
   * @param standIns the names of the stand-ins for namespaces to come
   */
  public CoreData(ZoneProgram program, PolicyOrigins origins, Set<String> standIns) {
    this.program = program;
    this.origins = origins;
    this.elements = new ElementData(ElementText.of(program, origins, standIns));
  }

  /** Returns an explanation. */
  public Map<String, Object> of(Core core) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("claim", FindingData.claim(core.claim()));
    switch (core) {
      case Core.NotProved(var claim, Verdict verdict) ->
          out.put(
              "result", verdict instanceof Verdict.Inconclusive ? "inconclusive" : "not-proved");
      case Core.Undecided(var claim, String reason) -> {
        out.put("result", "undecided");
        out.put("reason", reason);
      }
      case Core.Found found -> {
        out.put("result", found.complete() ? "explained" : "undecided");
        out.put(
            "extent",
            switch (found.extent()) {
              case ONLY -> "only";
              case SMALLEST -> "smallest";
              case MINIMAL -> "minimal";
            });
        out.put("elements", found.elements().stream().map(this::needed).toList());
      }
    }
    return out;
  }

  private Map<String, Object> needed(Core.Needed needed) {
    Map<String, Object> out = elements.of(needed.element(), CoreText.hop(needed.evidence()));
    switch (needed.evidence()) {
      case Core.Evidence.Alone alone -> out.put("needed", "alone");
      case Core.Evidence.WithOthers others -> out.put("needed", "with-others");
      case Core.Evidence.Unknown(String reason) -> {
        out.put("needed", "undecided");
        out.put("reason", reason);
      }
    }
    out.put("counterexample", hops(CoreText.hops(needed.evidence()), program, origins));
    return out;
  }

  /** Returns the connections of a path. */
  static List<Map<String, Object>> hops(
      List<Hop> hops, ZoneProgram program, PolicyOrigins origins) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < hops.size(); i++) {
      all.add(HopData.of(FindingHop.of(i + 1, hops.get(i), program, origins)));
    }
    return all;
  }
}
