package dev.zonec.verifier.report;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.cut.CutPath;
import dev.zonec.verifier.cut.CutRule;
import dev.zonec.verifier.cut.PathCut;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes which rules close all paths, for people. */
public final class CutText {
  private final PolicyOrigins origins;
  private final ElementText elements;

  /**
   * @param program the program
   * @param origins the origins of the policies
   * @param standIns the names of the stand-ins for namespaces to come
   */
  public CutText(ZoneProgram program, PolicyOrigins origins, Set<String> standIns) {
    this.origins = origins;
    this.elements = ElementText.of(program, origins, standIns);
  }

  /**
   * Returns the lines of an answer.
   *
   * @param question the paths, such as {@code web ~> db}
   */
  public List<String> lines(String question, PathCut cut) {
    return switch (cut) {
      case PathCut.NoPath nothing -> List.of("cut of " + question + ": there is no path, proved");
      case PathCut.EmptyParty(String party) ->
          List.of("cut of " + question + ": `" + party + "` can have no member");
      case PathCut.Undecided(String reason) ->
          List.of("cut of " + question + ": not decided: " + reason);
      case PathCut.NoCut(CutPath path) -> noCut(question, path);
      case PathCut.Found found -> found(question, found);
    };
  }

  private List<String> noCut(String question, CutPath path) {
    List<String> lines = new ArrayList<>();
    lines.add("cut of " + question + ": no rules close this path, because no rule opens it");
    path(path).forEach(line -> lines.add("  " + line));
    Set<String> missing = new TreeSet<>();
    for (Hop hop : path.hops()) {
      if (hop.decision() instanceof Decision.Judged(SideDecision egress, SideDecision ingress)) {
        missing(hop, Direction.EGRESS, egress).ifPresent(missing::add);
        missing(hop, Direction.INGRESS, ingress).ifPresent(missing::add);
      }
    }
    if (missing.isEmpty()) {
      lines.add("  no NetworkPolicy can close it");
    } else {
      lines.add("  a policy would have to isolate");
      missing.forEach(pod -> lines.add("    " + pod));
    }
    return lines;
  }

  private static Optional<String> missing(Hop hop, Direction direction, SideDecision side) {
    return side.decisive() instanceof SideDecision.NotIsolated
        ? Optional.of(
            (direction == Direction.EGRESS ? hop.from() : hop.to()).label()
                + " in "
                + direction.word())
        : Optional.empty();
  }

  private List<String> found(String question, PathCut.Found found) {
    List<String> lines = new ArrayList<>();
    int size = found.rules().size();
    lines.add(
        "cut of "
            + question
            + ": "
            + (size == 1 ? "1 rule" : size + " rules")
            + (found.size() instanceof PathCut.Size.Smallest ? "; no cut has fewer" : ""));
    for (int i = 0; i < size; i++) {
      String number = "  " + (i + 1) + ". ";
      List<String> described = described(found.rules().get(i));
      lines.add(number + described.getFirst());
      described.stream().skip(1).forEach(line -> lines.add(" ".repeat(number.length()) + line));
    }
    lines.add("  without " + (size == 1 ? "it" : "them") + ", no path " + question + ": proved");
    lines.addAll(blocked(found.flows(), size));
    switch (found.size()) {
      case PathCut.Size.Minimal minimal ->
          lines.add("  none of them can be left out; a cut with fewer rules may exist");
      case PathCut.Size.Smallest(var paths, boolean disjoint) -> {
        lines.add("  " + why(size, paths.size(), disjoint));
        for (int i = 0; i < paths.size(); i++) {
          lines.add("  path " + (i + 1));
          path(paths.get(i)).forEach(line -> lines.add("    " + line));
        }
      }
    }
    return lines;
  }

  private static String why(int size, int paths, boolean disjoint) {
    if (size == 1) {
      return "no cut has fewer, because there is a path:";
    }
    return disjoint
        ? "no cut has fewer, because these " + paths + " paths need different rules:"
        : "no cut has fewer: every set of "
            + (size - 1)
            + (size == 2 ? " rule" : " rules")
            + " leaves one of these "
            + paths
            + " paths:";
  }

  private static List<String> blocked(PathCut.BlockedFlows flows, int size) {
    String it = size == 1 ? "its removal blocks" : "their removal blocks";
    return switch (flows) {
      case PathCut.BlockedFlows.Known(List<Flow> known) -> {
        List<String> lines = new ArrayList<>();
        lines.add(
            "  "
                + it
                + (known.isEmpty()
                    ? " no declared flow"
                    : known.size() == 1 ? " a declared flow:" : " declared flows:"));
        known.stream().map(CutText::flow).distinct().forEach(flow -> lines.add("    " + flow));
        yield lines;
      }
      case PathCut.BlockedFlows.Unknown(String reason) ->
          List.of("  which declared flows " + it + " is not decided: " + reason);
    };
  }

  private static String flow(Flow flow) {
    return flow + "   " + flow.span().fileAndLine();
  }

  private List<String> described(CutRule rule) {
    return elements.lines(rule.element(), Optional.of(rule.hop()));
  }

  private List<String> path(CutPath path) {
    List<String> lines = new ArrayList<>();
    path.hops().forEach(hop -> lines.addAll(HopText.lines(hop, origins)));
    return lines;
  }
}
