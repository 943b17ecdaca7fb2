package dev.zonec.application.diff;

import dev.zonec.application.report.Entry;
import dev.zonec.application.report.EntryRule;
import dev.zonec.application.report.EntryRule.OfDifference;
import dev.zonec.application.report.Status;
import dev.zonec.verifier.diff.PathComparison;
import dev.zonec.verifier.diff.PathComparison.PathChange;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the paths that appear or vanish into entries. A path of one connection is part of a region,
 * and an entry of its own only if the region does not make the command fail and the path does.
 *
 * @param lines finds the lines that decide
 * @param covered whether everything that could change the result was read
 * @param failOn the differences that are not accepted
 */
record PathEntries(DecidingLines.Finder lines, boolean covered, FailOn failOn) {
  /** Returns the entries. */
  List<Entry> of(PathComparison.Result result) {
    List<Entry> entries = new ArrayList<>();
    for (PathChange change : result.changes()) {
      if (change.hops().size() > 1 || onlyThePathFails(change)) {
        entries.add(entry(change));
      }
    }
    result
        .undecided()
        .forEach(
            pair ->
                entries.add(
                    RegionEntries.incomplete(
                        "it is not known whether a path from "
                            + pair.replace(" ~> ", " to ")
                            + " appears or vanishes")));
    if (covered
        && result.undecided().isEmpty()
        && result.changes().stream().noneMatch(PathChange::appeared)) {
      entries.add(
          RegionEntries.holding(OfDifference.PATH_APPEARS, "no path appears between zones"));
    }
    return entries;
  }

  private boolean onlyThePathFails(PathChange change) {
    return change.appeared()
        && failOn.includes(FailOn.Kind.PATH)
        && !failOn.includes(FailOn.Kind.MORE_PERMISSIVE);
  }

  private Entry entry(PathChange change) {
    EntryRule rule = change.appeared() ? OfDifference.PATH_APPEARS : OfDifference.PATH_VANISHES;
    String pair = change.from().name() + " ~> " + change.to().name();
    int hops = change.hops().size();
    return lines
        .of(change)
        .in(
            Entry.difference(
                change.appeared() ? failOn.status(FailOn.Kind.PATH) : Status.NOTE,
                rule,
                pair,
                (change.appeared() ? "a path appears: " : "a path vanishes: ")
                    + pair
                    + " in "
                    + hops
                    + (hops == 1 ? " hop" : " hops")),
            List.of());
  }
}
