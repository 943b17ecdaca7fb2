package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Counted;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.BlastRadius;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes a blast radius as lines of text. Each end is printed with one hop only: the hops before it
 * are those of ends that are printed earlier.
 *
 * @param marks what is known about the workloads
 * @param origins the origins of the policies
 * @param most the greatest number of ends in each list
 */
public record BlastText(BlastMarks marks, PolicyOrigins origins, int most) {
  /** The greatest number of ranges of addresses that are named in one line. */
  private static final int MOST_RANGES = 3;

  /** Returns the lines for what the end reaches, and for what reaches it. */
  public List<String> lines(BlastRadius radius) {
    List<String> lines = new ArrayList<>();
    lines.add(summary(radius));
    for (AnswerEnd end : radius.ends()) {
      addMark("  ", end, lines);
    }
    if (!radius.reached().isEmpty()) {
      lines.add("");
      lines.add("reaches, nearest first:");
      List<List<String>> entries =
          entries(
              radius.reached(),
              BlastRadius.Reached::last,
              each -> each.hops() == 1 ? "" : ", from " + each.last().from().label());
      addLimited(entries, lines);
    }
    List<String> reaching = reaching(radius);
    if (!reaching.isEmpty()) {
      lines.add("");
      lines.addAll(reaching);
    }
    return lines;
  }

  /** Returns the lines for what reaches the end. */
  public List<String> reaching(BlastRadius radius) {
    List<String> lines = new ArrayList<>();
    if (radius.reaching().isEmpty() && radius.entrances().isEmpty()) {
      return lines;
    }
    lines.add("is reached from, addresses first:");
    for (Answer.Row row : radius.entrances()) {
      lines.add("  an Ingress or route leads to " + row.to().label() + " : " + row.ports());
    }
    List<List<String>> entries =
        entries(
            radius.reaching(),
            BlastRadius.Reached::first,
            each -> each.hops() == 1 ? "" : ", through " + each.first().to().label());
    addLimited(entries, lines);
    return lines;
  }

  /**
   * Returns the lines of each entry. Ranges of addresses that the same rules admit in the same
   * number of hops share an entry.
   */
  private List<List<String>> entries(
      List<BlastRadius.Reached> ends,
      Function<BlastRadius.Reached, Answer.Hop> hop,
      Function<BlastRadius.Reached, String> through) {
    Map<List<String>, List<AnswerEnd>> alike = new LinkedHashMap<>();
    for (BlastRadius.Reached each : ends) {
      List<String> about = new ArrayList<>();
      about.add(route(each, hop.apply(each), through.apply(each)));
      addHop(hop.apply(each), about);
      if (each.end().endpoint() instanceof Endpoint.Pod) {
        // A workload has an entry of its own.
        about.addFirst(each.end().label());
        addMark("    ", each.end(), about);
      }
      alike.computeIfAbsent(about, entry -> new ArrayList<>()).add(each.end());
    }
    List<List<String>> entries = new ArrayList<>();
    alike.forEach(
        (about, members) -> {
          List<String> entry = new ArrayList<>(about);
          String name =
              members.getFirst().endpoint() instanceof Endpoint.Pod
                  ? entry.removeFirst()
                  : ranges(members);
          entry.set(0, "  " + name + entry.getFirst());
          entries.add(entry);
        });
    return entries;
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
            : " and " + rest + (rest == 1 ? " other range" : " other ranges") + " of addresses");
  }

  /** Returns the name of the external that a range belongs to. */
  static Optional<String> name(AnswerEnd end) {
    int bracket = end.label().indexOf(" (");
    return end.blocks().isEmpty() || bracket < 0
        ? Optional.empty()
        : Optional.of(end.label().substring(0, bracket));
  }

  private void addLimited(List<List<String>> entries, List<String> lines) {
    entries.stream().limit(most).forEach(lines::addAll);
    if (entries.size() > most) {
      lines.add("  and " + (entries.size() - most) + " more; --all lists them");
    }
  }

  private static String summary(BlastRadius radius) {
    return radius.ends().stream().map(AnswerEnd::label).collect(Collectors.joining(", "))
        + " reaches "
        + counted(radius.reached())
        + "; "
        + counted(radius.reaching())
        + " can reach it";
  }

  private static String counted(List<BlastRadius.Reached> ends) {
    long workloads =
        ends.stream().filter(each -> each.end().endpoint() instanceof Endpoint.Pod).count();
    long ranges = ends.size() - workloads;
    List<String> parts = new ArrayList<>();
    if (workloads > 0) {
      parts.add(Counted.of(workloads, "workload"));
    }
    if (ranges > 0) {
      parts.add(Counted.of(ranges, "range of addresses", "ranges of addresses"));
    }
    return parts.isEmpty() ? "nothing" : String.join(" and ", parts);
  }

  private static String route(BlastRadius.Reached reached, Answer.Hop hop, String through) {
    return " : "
        + hop.ports()
        + " in "
        + reached.hops()
        + (reached.hops() == 1 ? " hop" : " hops")
        + through;
  }

  private void addHop(Answer.Hop hop, List<String> lines) {
    new SideText(false, AnswerText.connection(hop), origins)
        .sides(hop.decision())
        .forEach(side -> lines.add("  " + side));
  }

  private void addMark(String indent, AnswerEnd end, List<String> lines) {
    String text = marks.of(end).text();
    if (!text.isEmpty()) {
      lines.add(indent + text);
    }
  }
}
