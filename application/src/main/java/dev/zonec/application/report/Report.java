package dev.zonec.application.report;

import dev.zonec.diagnostics.Place;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The result of a command.
 *
 * @param command the name of the command, such as {@code verify}
 * @param headline what a reader has to know first, such as files that are out of date; may be empty
 * @param files the sources of the program; the first one stands for entries without a place
 * @param summary the lines that sum the run up
 * @param entries all entries, those that ask for action first, the worst one first
 * @param failing the statuses that make the command fail
 */
public record Report(
    String command,
    String headline,
    List<String> files,
    List<String> summary,
    List<Entry> entries,
    Set<Status> failing) {
  /** Puts the entries into their order, and makes their ids unique. */
  public Report {
    files = List.copyOf(files);
    summary = List.copyOf(summary);
    failing = Set.copyOf(failing);
    entries =
        EntryIds.unique(
            entries.stream()
                .sorted(Comparator.comparing(Entry::status).thenComparing(Entry.WORST_FIRST))
                .toList());
  }

  /** Creates a report in which only what failed makes the command fail. */
  public Report(
      String command,
      String headline,
      List<String> files,
      List<String> summary,
      List<Entry> entries) {
    this(command, headline, files, summary, entries, Set.of(Status.FAILED));
  }

  /** Whether {@code entry} makes the command fail. */
  public boolean fails(Entry entry) {
    return failing.contains(entry.status());
  }

  /** Returns the number of entries of each status that occurs, in the order of the statuses. */
  public Map<Status, Integer> counts() {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    entries.forEach(entry -> counts.merge(entry.status(), 1, Integer::sum));
    return counts;
  }

  /** Returns text such as {@code 2 failed, 3 proved}. */
  public String counted() {
    Map<Status, Integer> counts = counts();
    return counts.isEmpty()
        ? "nothing found"
        : counts.entrySet().stream()
            .map(each -> each.getValue() + " " + words(each.getKey(), each.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String words(Status status, int count) {
    return switch (status) {
      case WARNING -> count == 1 ? "warning" : "warnings";
      case NOTE -> count == 1 ? "note" : "notes";
      case WAIVED -> "proved with exceptions";
      case FAILED, INCONCLUSIVE, SUPPRESSED, ACCEPTED, VACUOUS, PROVED -> status.word();
    };
  }

  /** Returns the place of {@code entry}: for an entry without one, the first source. */
  public Place placeOf(Entry entry) {
    return entry.place() instanceof Place.Nowhere && !files.isEmpty()
        ? new Place.InFile(files.getFirst())
        : entry.place();
  }
}
