package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Counted;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.AnswerEnd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the ends of a list, each with the hop that reaches it.
 *
 * @param marks what is known about the workloads
 * @param origins the origins of the policies
 * @param most the greatest number of entries
 */
record BlastEntries(BlastMarks marks, PolicyOrigins origins, int most) {
  /** The greatest number of ranges of addresses that are named in one line. */
  private static final int MOST_RANGES = 3;

  /**
   * An end in a list.
   *
   * @param route the text after its name
   * @param details further lines
   */
  record Entry(AnswerEnd end, String route, List<String> details) {}

  /** Returns the ports of a hop and the number of hops, such as {@code : tcp/80 in 1 hop}. */
  static String route(Answer.Hop hop, int hops) {
    return " : " + hop.ports() + " in " + Counted.of(hops, "hop");
  }

  /** Returns the lines for the rules of both sides of {@code hop}. */
  List<String> sides(Answer.Hop hop) {
    return new SideText(false, AnswerText.connection(hop), origins)
        .sides(hop.decision()).stream().map(side -> "  " + side).toList();
  }

  /** Returns the lines of the list. Ranges of addresses with the same text share an entry. */
  List<String> lines(List<Entry> ends) {
    Map<List<String>, List<AnswerEnd>> alike = new LinkedHashMap<>();
    for (Entry each : ends) {
      List<String> about = new ArrayList<>();
      about.add(each.route());
      about.addAll(each.details());
      if (each.end().endpoint() instanceof Endpoint.Pod) {
        // A workload has an entry of its own.
        about.addFirst(each.end().label());
        about.addAll(marks.lines("    ", each.end()));
      }
      alike.computeIfAbsent(about, entry -> new ArrayList<>()).add(each.end());
    }
    List<String> lines = new ArrayList<>();
    alike.entrySet().stream()
        .limit(most)
        .forEach(entry -> lines.addAll(lines(entry.getKey(), entry.getValue())));
    if (alike.size() > most) {
      lines.add("  and " + (alike.size() - most) + " more; --all lists them");
    }
    return lines;
  }

  private static List<String> lines(List<String> about, List<AnswerEnd> members) {
    List<String> entry = new ArrayList<>(about);
    String name =
        members.getFirst().endpoint() instanceof Endpoint.Pod
            ? entry.removeFirst()
            : ranges(members);
    entry.set(0, "  " + name + entry.getFirst());
    return entry;
  }

  /** Returns the names of ranges, such as {@code internet and 3 other ranges of addresses}. */
  private static String ranges(List<AnswerEnd> ends) {
    if (ends.size() == 1) {
      return ends.getFirst().label();
    }
    List<String> names =
        new ArrayList<>(ends.stream().flatMap(e -> name(e).stream()).distinct().toList());
    List<String> unnamed =
        ends.stream().filter(end -> name(end).isEmpty()).map(AnswerEnd::label).toList();
    if (names.isEmpty()) {
      names.addAll(unnamed.subList(0, Math.min(MOST_RANGES, unnamed.size())));
    }
    int shown = Math.min(MOST_RANGES, names.size());
    long rest =
        ends.stream()
            .filter(end -> !names.subList(0, shown).contains(name(end).orElse(end.label())))
            .count();
    return String.join(", ", names.subList(0, shown))
        + (rest == 0
            ? ""
            : " and " + Counted.of(rest, "other range of addresses", "other ranges of addresses"));
  }

  /** Returns the name of the external that a range belongs to. */
  static Optional<String> name(AnswerEnd end) {
    int bracket = end.label().indexOf(" (");
    return end.blocks().isEmpty() || bracket < 0
        ? Optional.empty()
        : Optional.of(end.label().substring(0, bracket));
  }
}
