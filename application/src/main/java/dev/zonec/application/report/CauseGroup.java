package dev.zonec.application.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.ShortList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Entries with one cause.
 *
 * @param entries the entries, the worst one first; at least one
 */
public record CauseGroup(List<Entry> entries) {
  /** The number of entries that are shown of one cause. */
  private static final int SHOWN = 3;

  private static final int ASSERTIONS_SHOWN = 20;

  private static final EntryRule SAMPLED = new EntryRule.OfCode(Code.ZC0506);

  /** Copies the list. */
  public CauseGroup {
    entries = List.copyOf(entries);
  }

  /** Returns the worst entry, which represents the group. */
  public Entry first() {
    return entries.getFirst();
  }

  /** Returns the entries after the first one that are shown. */
  public List<Entry> examples() {
    return entries.subList(1, Math.min(SHOWN, entries.size()));
  }

  /** Returns the number of all entries. */
  public int size() {
    return entries.size();
  }

  /** Returns the number of entries that are not shown. */
  public int hidden() {
    return Math.max(0, entries.size() - SHOWN);
  }

  /**
   * Returns the group as diagnostics: one by one if they are few, and otherwise the worst one with
   * notes about the others.
   *
   * @param others the option or format that shows the others
   */
  public List<Diagnostic> diagnostics(String others) {
    if (hidden() == 0) {
      return entries.stream().flatMap(entry -> entry.diagnostic().stream()).toList();
    }
    String also =
        examples().stream()
            .map(entry -> entry.rule() + " " + entry.message())
            .collect(Collectors.joining("\n"));
    return first()
        .diagnostic()
        .map(
            told ->
                told.note(cause())
                    .with(
                        new Note(
                            "also", also + "\nand " + atLeast() + hidden() + " more; " + others)))
        .stream()
        .toList();
  }

  /**
   * Returns {@code at least } if there can be further findings with this cause: of undeclared
   * connections, a proof lists only some for each namespace and direction.
   */
  public String atLeast() {
    return entries.stream().anyMatch(entry -> entry.rule().equals(SAMPLED)) ? "at least " : "";
  }

  /** Returns what the entries have in common, and which assertions are among them. */
  public String cause() {
    List<String> broken =
        entries.stream()
            .map(Entry::claim)
            .filter(claim -> claim.startsWith("assertion "))
            .map(claim -> claim.substring(claim.indexOf('`'), claim.indexOf("`:") + 1))
            .distinct()
            .toList();
    return atLeast()
        + size()
        + " findings have this cause: "
        + (first().cause().contains(", ") ? "the rules at " : "the rule at ")
        + first().cause()
        + (broken.isEmpty()
            ? ""
            : "; assertions that fail: " + ShortList.of(broken, ASSERTIONS_SHOWN));
  }

  /**
   * Returns {@code entries} in groups, in the order of the first entry of each. The worst entry of
   * a group is first.
   */
  public static List<CauseGroup> of(List<Entry> entries) {
    Map<String, List<Entry>> byCause = new LinkedHashMap<>();
    for (Entry entry : entries) {
      String key =
          entry.cause().isEmpty()
              ? "entry " + entry.id()
              : "rule " + entry.status() + " " + entry.variant() + " " + entry.cause();
      byCause.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
    }
    return byCause.values().stream()
        .map(same -> new CauseGroup(same.stream().sorted(Entry.WORST_FIRST).toList()))
        .toList();
  }
}
