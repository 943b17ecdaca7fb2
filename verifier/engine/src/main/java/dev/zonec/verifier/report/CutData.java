package dev.zonec.verifier.report;

import dev.zonec.diagnostics.DiagnosticData;
import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.cut.CutPath;
import dev.zonec.verifier.cut.PathCut;
import dev.zonec.verifier.origin.PolicyOrigins;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes which rules close all paths as maps and lists for JSON. */
public final class CutData {
  private final ZoneProgram program;
  private final PolicyOrigins origins;
  private final ElementData elements;

  /**
   * @param program the program
   * @param origins the origins of the policies
   * @param standIns the names of the stand-ins for namespaces to come
   */
  public CutData(ZoneProgram program, PolicyOrigins origins, Set<String> standIns) {
    this.program = program;
    this.origins = origins;
    this.elements = new ElementData(ElementText.of(program, origins, standIns));
  }

  /**
   * Returns the answer.
   *
   * @param question the paths, such as {@code web ~> db}
   */
  public Map<String, Object> of(String question, PathCut cut) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("question", question);
    switch (cut) {
      case PathCut.NoPath nothing -> out.put("result", "no-path");
      case PathCut.EmptyParty(String party) -> {
        out.put("result", "empty");
        out.put("party", party);
      }
      case PathCut.Undecided(String reason) -> {
        out.put("result", "undecided");
        out.put("reason", reason);
      }
      case PathCut.NoCut(CutPath path) -> {
        out.put("result", "no-cut");
        out.put("paths", List.of(path(path)));
      }
      case PathCut.Found found -> {
        out.put("result", "cut");
        out.put(
            "rules",
            found.rules().stream()
                .map(rule -> elements.of(rule.element(), Optional.of(rule.hop())))
                .toList());
        putSize(out, found.size());
        putFlows(out, found.flows());
      }
    }
    return out;
  }

  private void putSize(Map<String, Object> out, PathCut.Size size) {
    switch (size) {
      case PathCut.Size.Minimal minimal -> out.put("smallest", false);
      case PathCut.Size.Smallest(var paths, boolean disjoint) -> {
        out.put("smallest", true);
        out.put("disjoint", disjoint);
        out.put("paths", paths.stream().map(this::path).toList());
      }
    }
  }

  private static void putFlows(Map<String, Object> out, PathCut.BlockedFlows flows) {
    switch (flows) {
      case PathCut.BlockedFlows.Known(List<Flow> known) ->
          out.put(
              "blockedFlows",
              known.stream()
                  .map(
                      flow ->
                          OrderedMap.of(
                              "text", flow.toString(), "place", DiagnosticData.place(flow.span())))
                  .toList());
      case PathCut.BlockedFlows.Unknown(String reason) -> out.put("reason", reason);
    }
  }

  private List<Map<String, Object>> path(CutPath path) {
    return CoreData.hops(path.hops(), program, origins);
  }
}
