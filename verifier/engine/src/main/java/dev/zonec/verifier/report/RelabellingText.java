package dev.zonec.verifier.report;

import dev.zonec.model.label.LabelChanges;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.Relabelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes what an attacker gains with changed labels as lines of text.
 *
 * @param marks what is known about the workloads
 * @param origins the origins of the policies
 * @param most the greatest number of entries
 */
public record RelabellingText(BlastMarks marks, PolicyOrigins origins, int most) {
  /** Returns the lines. */
  public List<String> lines(Relabelling relabelling) {
    String pods = "other labels of pods in " + String.join(", ", relabelling.namespaces());
    if (relabelling.gains().isEmpty()) {
      return List.of(
          relabelling.complete()
              ? pods + " open nothing more"
              : pods + " that were tried open nothing more");
    }
    List<String> lines =
        new ArrayList<>(List.of("with " + pods + ", it also reaches, nearest first:"));
    BlastEntries entries = new BlastEntries(marks, origins, most);
    Map<AnswerEnd, List<Relabelling.Gain>> byEnd = new LinkedHashMap<>();
    for (Relabelling.Gain gain : relabelling.gains()) {
      byEnd.computeIfAbsent(gain.end(), end -> new ArrayList<>()).add(gain);
    }
    lines.addAll(
        entries.lines(byEnd.values().stream().map(gains -> entry(gains, entries)).toList()));
    lines.add(
        "  these connections need changes of the "
            + (relabelling.keys().size() == 1 ? "label " : "labels ")
            + String.join(", ", relabelling.keys())
            + "; `zonec rbac` lists the identities that can make them");
    return lines;
  }

  /** Returns the entry of an end: its first gain in full, and the ports of the others. */
  private static BlastEntries.Entry entry(List<Relabelling.Gain> gains, BlastEntries entries) {
    Relabelling.Gain gain = gains.getFirst();
    int hops = gain.path().size();
    List<String> details = new ArrayList<>();
    for (int i = 0; i < hops; i++) {
      Relabelling.Hop hop = gain.path().get(i);
      String where = i == hops - 1 ? "" : ", in hop " + (i + 1);
      addChanges(hop.hop().from(), hop.from(), where, details);
      addChanges(hop.hop().to(), hop.to(), where, details);
    }
    details.addAll(entries.sides(gain.last().hop()));
    if (gains.size() > 1) {
      details.add(
          "    with other changes: "
              + gains.subList(1, gains.size()).stream()
                  .flatMap(other -> other.last().hop().ports().words().stream())
                  .distinct()
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    return new BlastEntries.Entry(
        gain.end(),
        BlastEntries.route(gain.last().hop(), hops)
            + (hops == 1 ? "" : ", from " + gain.last().hop().from().label()),
        details);
  }

  private static void addChanges(
      AnswerEnd end, LabelChanges changes, String where, List<String> lines) {
    if (!changes.isEmpty()) {
      lines.add("    labels   " + text(changes) + " on " + end.label() + where);
    }
  }

  /** Returns text such as {@code app=cart, no tier}. */
  static String text(LabelChanges changes) {
    return changes.changes().entrySet().stream()
        .map(
            each -> each.getValue().map(v -> each.getKey() + "=" + v).orElse("no " + each.getKey()))
        .collect(Collectors.joining(", "));
  }
}
