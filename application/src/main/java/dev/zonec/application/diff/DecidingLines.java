package dev.zonec.application.diff;

import dev.zonec.application.report.Entry;
import dev.zonec.application.report.PathHop;
import dev.zonec.application.verify.FindingPath;
import dev.zonec.diagnostics.LabelledSpan;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.Place;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.verifier.diff.ChangedConnection;
import dev.zonec.verifier.diff.PathComparison.PathChange;
import dev.zonec.verifier.finding.FindingRule;
import dev.zonec.verifier.finding.FindingSide;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.report.SideReason;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.smt.Witness;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The lines of both revisions that decide connections differently.
 *
 * @param path the connections as the revision decides them that allows them
 * @param place the line that causes the difference: one of the new revision, if there is one
 * @param label what the line does
 * @param others the other lines, each with the name of its revision
 */
record DecidingLines(List<PathHop> path, Place place, String label, List<LabelledSpan> others) {
  /** Copies the lists. */
  DecidingLines {
    path = List.copyOf(path);
    others = List.copyOf(others);
  }

  /** No lines. */
  static final DecidingLines NONE =
      new DecidingLines(List.of(), new Place.Nowhere(), "", List.of());

  /** Returns {@code entry} with these lines, and with {@code notes} that are not empty. */
  Entry in(Entry entry, List<Note> notes) {
    return entry.at(
        place, label, others, notes.stream().filter(note -> !note.text().isEmpty()).toList(), path);
  }

  /** Returns {@code entry} with these lines, but without the connections, which are others. */
  Entry around(Entry entry) {
    return entry.at(place, label, others, List.of(), List.of());
  }

  /**
   * Finds the lines of a comparison.
   *
   * @param before the origins of the policies of the old revision
   * @param after the origins of the policies of the new revision
   */
  record Finder(PolicyOrigins before, PolicyOrigins after) {
    /** Returns the lines that decide {@code change}. */
    DecidingLines of(ChangedConnection change) {
      boolean opens = change.after().isAllowed();
      return lines(
          opens,
          List.of(
              changed(
                  1,
                  opens,
                  change.from(),
                  change.to(),
                  change.connection(),
                  opens ? change.after() : change.before(),
                  opens ? change.before() : change.after())));
    }

    /** Returns the lines that decide the connections of a path that appears or vanishes. */
    DecidingLines of(PathChange change) {
      List<ChangedHop> hops = new ArrayList<>();
      for (int i = 0; i < change.hops().size(); i++) {
        Hop hop = change.hops().get(i);
        hops.add(
            changed(
                i + 1,
                change.appeared(),
                hop.from(),
                hop.to(),
                hop.connection(),
                hop.decision(),
                change.elsewhere().get(i)));
      }
      return lines(change.appeared(), hops);
    }

    private ChangedHop changed(
        int number,
        boolean opens,
        Witness from,
        Witness to,
        Connection connection,
        Decision allowing,
        Decision other) {
      PolicyOrigins origins = opens ? after : before;
      List<FindingSide> allowed = FindingSide.of(number, connection, allowing, origins);
      return new ChangedHop(
          FindingPath.hop(from, to, connection, allowed, origins),
          allowed,
          FindingSide.of(number, connection, other, opens ? before : after));
    }

    private DecidingLines lines(boolean opens, List<ChangedHop> hops) {
      List<LabelledSpan> allowing = new ArrayList<>();
      List<LabelledSpan> blocking = new ArrayList<>();
      Set<LabelledSpan> all = new LinkedHashSet<>();
      String allowingRevision = opens ? "new revision: " : "old revision: ";
      String blockingRevision = opens ? "old revision: " : "new revision: ";
      for (ChangedHop hop : hops) {
        for (int side = 0; side < hop.sides(); side++) {
          FindingSide allowed = hop.allowed().get(side);
          FindingSide blocked = hop.other().get(side);
          if (allowed.side().admits() && !blocked.side().admits()) {
            allowing.addAll(places(allowed, allowingRevision, " allows", FindingRule::admits));
            blocking.addAll(places(blocked, blockingRevision, " blocks", FindingRule::blocks));
            all.addAll(named(SideReason.places(allowed), allowingRevision));
            all.addAll(named(SideReason.places(blocked), blockingRevision));
          }
        }
      }
      List<LabelledSpan> causes = new ArrayList<>(opens ? allowing : blocking);
      causes.addAll(opens ? blocking : allowing);
      List<PathHop> path = hops.stream().map(ChangedHop::shown).toList();
      if (causes.isEmpty()) {
        return new DecidingLines(path, new Place.Nowhere(), "", List.copyOf(all));
      }
      LabelledSpan first = causes.getFirst();
      return new DecidingLines(
          path,
          Place.at(first.span()),
          first.label(),
          all.stream().filter(other -> !other.span().equals(first.span())).toList());
    }

    private static List<LabelledSpan> places(
        FindingSide side, String revision, String effect, Predicate<FindingRule> which) {
      return side.rules().stream()
          .filter(which)
          .map(
              rule ->
                  new LabelledSpan(
                      rule.place(),
                      revision + rule.policy() + effect + " " + rule.direction().word()))
          .toList();
    }

    private static List<LabelledSpan> named(List<LabelledSpan> places, String revision) {
      return places.stream()
          .map(place -> new LabelledSpan(place.span(), revision + place.label()))
          .toList();
    }
  }

  /**
   * A connection of a path.
   *
   * @param shown the connection as the revision decides it that allows it
   * @param allowed the sides of this decision
   * @param other the sides of the decision of the other revision
   */
  private record ChangedHop(PathHop shown, List<FindingSide> allowed, List<FindingSide> other) {
    /** Returns the number of sides that both revisions judge. */
    int sides() {
      return Math.min(allowed.size(), other.size());
    }
  }
}
