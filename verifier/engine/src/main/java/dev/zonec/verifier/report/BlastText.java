package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Counted;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.BlastRadius;
import java.util.ArrayList;
import java.util.List;
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
  /** Returns the lines for what the end reaches, and for what reaches it. */
  public List<String> lines(BlastRadius radius) {
    List<String> lines = new ArrayList<>();
    lines.add(summary(radius));
    for (AnswerEnd end : radius.ends()) {
      lines.addAll(marks.lines("  ", end));
    }
    if (!radius.reached().isEmpty()) {
      lines.add("");
      lines.add("reaches, nearest first:");
      lines.addAll(
          entries(
              radius.reached(),
              BlastRadius.Reached::last,
              each -> each.hops() == 1 ? "" : ", from " + each.last().from().label()));
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
    lines.addAll(
        entries(
            radius.reaching(),
            BlastRadius.Reached::first,
            each -> each.hops() == 1 ? "" : ", through " + each.first().to().label()));
    return lines;
  }

  private List<String> entries(
      List<BlastRadius.Reached> ends,
      Function<BlastRadius.Reached, Answer.Hop> hop,
      Function<BlastRadius.Reached, String> through) {
    BlastEntries entries = new BlastEntries(marks, origins, most);
    return entries.lines(
        ends.stream()
            .map(
                each ->
                    new BlastEntries.Entry(
                        each.end(),
                        BlastEntries.route(hop.apply(each), each.hops()) + through.apply(each),
                        entries.sides(hop.apply(each))))
            .toList());
  }

  private static String summary(BlastRadius radius) {
    if (radius.ends().isEmpty()) {
      return "no workload or address is at this end";
    }
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
}
