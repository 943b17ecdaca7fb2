package dev.zonec.verifier.report;

import dev.zonec.kubernetes.world.Holdings;
import dev.zonec.verifier.query.AnswerEnd;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What is known about the ends of a blast radius that makes them matter.
 *
 * @param marks the marks of workloads
 */
public record BlastMarks(Map<AnswerEnd, Mark> marks) {
  /** The greatest number of assertions that a text names. */
  private static final int MOST_ASSERTIONS = 3;

  /** The mark of an end about which nothing is known. */
  private static final Mark NONE = new Mark(List.of(), List.of(), Holdings.NOTHING, List.of());

  /** Copies the marks. */
  public BlastMarks {
    marks = Map.copyOf(marks);
  }

  /**
   * The mark of an end.
   *
   * @param zones the zones that contain it
   * @param assertions the assertions that limit the connections to one of its zones
   * @param holdings the Secrets, claims and service account that its pods use
   * @param powers what its service account can change of what proofs rest on, such as {@code
   *     policies in shop}
   */
  public record Mark(
      List<String> zones, List<String> assertions, Holdings holdings, List<String> powers) {
    /** Copies the lists. */
    public Mark {
      zones = List.copyOf(zones);
      assertions = List.copyOf(assertions);
      powers = List.copyOf(powers);
    }

    /** Returns text such as {@code zone vault; assertion pci-walls; Secret vault-keys}. */
    String text() {
      List<String> parts = new ArrayList<>();
      add("zone", zones, parts);
      add("assertion", limited(assertions), parts);
      add("Secret", holdings.secrets(), parts);
      add("claim", holdings.claims(), parts);
      if (!holdings.serviceAccount().equals(Holdings.DEFAULT_ACCOUNT)) {
        parts.add("service account " + holdings.serviceAccount());
      }
      if (!powers.isEmpty()) {
        parts.add("can change " + String.join(", ", powers));
      }
      return String.join("; ", parts);
    }

    private static List<String> limited(List<String> names) {
      if (names.size() <= MOST_ASSERTIONS) {
        return names;
      }
      List<String> shown = new ArrayList<>(names.subList(0, MOST_ASSERTIONS));
      shown.set(
          MOST_ASSERTIONS - 1,
          shown.getLast() + " and " + (names.size() - MOST_ASSERTIONS) + " more");
      return shown;
    }

    private static void add(String kind, Collection<String> names, List<String> parts) {
      if (!names.isEmpty()) {
        parts.add(kind + (names.size() > 1 ? "s " : " ") + String.join(", ", names));
      }
    }
  }

  /** Returns the mark of {@code end}. */
  Mark of(AnswerEnd end) {
    return marks.getOrDefault(end, NONE);
  }

  /** Returns the line for the mark of {@code end}; none if nothing is known. */
  List<String> lines(String indent, AnswerEnd end) {
    String text = of(end).text();
    return text.isEmpty() ? List.of() : List.of(indent + text);
  }
}
