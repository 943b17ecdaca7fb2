package dev.zonec.application.diff;

import dev.zonec.application.report.Entry;
import dev.zonec.application.report.EntryRule;
import dev.zonec.application.report.EntryRule.OfDifference;
import dev.zonec.application.report.Status;
import dev.zonec.diagnostics.ContentHash;
import dev.zonec.diagnostics.Note;
import dev.zonec.verifier.diff.ChangedConnection;
import dev.zonec.verifier.diff.OpenDifference;
import dev.zonec.verifier.diff.Region;
import dev.zonec.verifier.report.HopText;
import dev.zonec.verifier.report.RegionText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns the difference for every pod that could exist into entries.
 *
 * @param text describes the regions
 * @param lines finds the lines that decide
 * @param covered whether everything that could change the result was read
 * @param opened the status of what is more permissive
 */
record RegionEntries(RegionText text, DecidingLines.Finder lines, boolean covered, Status opened) {
  /** Returns the entries. */
  List<Entry> of(OpenDifference difference) {
    return switch (difference) {
      case OpenDifference.SameRules same ->
          covered
              ? List.of(holding(OfDifference.MORE_PERMISSIVE, "both revisions have the same rules"))
              : List.of();
      case OpenDifference.Exact exact when exact.none() ->
          covered
              ? List.of(
                  holding(
                      OfDifference.MORE_PERMISSIVE,
                      "both revisions allow the same connections, for every pod that could exist"))
              : List.of();
      case OpenDifference.Exact(var more, var less, var unsettled) -> {
        List<Entry> entries = new ArrayList<>();
        sorted(more).forEach(region -> entries.add(region(region, true)));
        sorted(less).forEach(region -> entries.add(region(region, false)));
        unsettled.forEach(
            example ->
                entries.add(
                    example(
                        OfDifference.UNSETTLED,
                        opened,
                        "different only where the API leaves the result open",
                        example)));
        if (covered && more.isEmpty()) {
          entries.add(
              holding(
                  OfDifference.MORE_PERMISSIVE,
                  "the old revision allows every connection that the new one allows"));
        }
        if (covered && less.isEmpty()) {
          entries.add(
              holding(
                  OfDifference.LESS_PERMISSIVE,
                  "the new revision allows every connection that the old one allows"));
        }
        yield entries;
      }
      case OpenDifference.Unknown(String reason, var more, var less) -> {
        List<Entry> entries = new ArrayList<>();
        entries.add(incomplete("the difference is not known completely: " + reason));
        more.forEach(
            example ->
                entries.add(
                    example(
                        OfDifference.MORE_PERMISSIVE,
                        opened,
                        "more permissive, for example",
                        example)));
        less.forEach(
            example ->
                entries.add(
                    example(
                        OfDifference.LESS_PERMISSIVE,
                        Status.NOTE,
                        "less permissive, for example",
                        example)));
        yield entries;
      }
    };
  }

  /** Returns an entry that says what is not complete. */
  static Entry incomplete(String message) {
    return Entry.difference(Status.INCONCLUSIVE, OfDifference.NOT_COMPLETE, message, message);
  }

  private static List<Region> sorted(List<Region> regions) {
    return regions.stream().sorted(Comparator.comparingInt(RegionText::rank)).toList();
  }

  private Entry region(Region region, boolean opens) {
    EntryRule rule = opens ? OfDifference.MORE_PERMISSIVE : OfDifference.LESS_PERMISSIVE;
    String connection = text.connection(region);
    List<Note> notes = new ArrayList<>();
    notes.add(new Note("today", RegionText.today(region)));
    ChangedConnection first = region.examples().getFirst();
    notes.add(elsewhere(first));
    region.examples().stream()
        .skip(1)
        .forEach(other -> notes.add(new Note("also", String.join("\n", text.example(other)))));
    if (region.moreReasons()) {
      notes.add(Note.note("further rules decide other connections of this region"));
    }
    return lines
        .of(first)
        .in(
            Entry.difference(
                opens ? opened : Status.NOTE,
                rule,
                connection,
                connection + (opens ? " is now allowed" : " is no longer allowed")),
            notes);
  }

  private Entry example(EntryRule rule, Status status, String what, ChangedConnection example) {
    String connection =
        HopText.connection(example.from().label(), example.to().label(), example.transport());
    return lines
        .of(example)
        .in(
            Entry.difference(status, rule, connection, what + ": " + connection),
            List.of(elsewhere(example)));
  }

  /** Returns a note about the revision that does not allow the connection. */
  private Note elsewhere(ChangedConnection example) {
    boolean opens = example.after().isAllowed();
    return new Note(
        opens ? "before" : "after", String.join("\n", text.changedSides(example, !opens)));
  }

  static Entry holding(EntryRule rule, String claim) {
    return Entry.plain(rule.id() + "-holds-" + ContentHash.of(claim), Status.PROVED, rule, claim);
  }
}
