package dev.zonec.views.page;

import dev.zonec.application.report.Entry;
import dev.zonec.application.report.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings of one kind: their messages begin alike.
 *
 * @param status the status of all of them
 * @param kind the words with which all messages begin, up to a colon; empty for one finding
 * @param numbers the numbers of the findings in the report
 */
record FindingGroup(Status status, String kind, List<Integer> numbers) {
  private static final String AFTER_KIND = ": ";

  FindingGroup {
    numbers = List.copyOf(numbers);
  }

  private record Key(Status status, String variant, String kind) {
    static Key of(Entry entry) {
      int end = entry.message().indexOf(AFTER_KIND);
      return new Key(
          entry.status(),
          entry.variant(),
          end < 0 ? entry.message() : entry.message().substring(0, end));
    }
  }

  /** Returns the groups of the entries that do not pass, in the order of the first of each. */
  static List<FindingGroup> of(List<Entry> entries) {
    Map<Key, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      if (!entries.get(i).status().passed()) {
        groups.computeIfAbsent(Key.of(entries.get(i)), key -> new ArrayList<>()).add(i);
      }
    }
    return groups.entrySet().stream()
        .map(
            group ->
                new FindingGroup(
                    group.getKey().status(),
                    group.getValue().size() == 1 ? "" : group.getKey().kind(),
                    group.getValue()))
        .toList();
  }

  /** Returns the part of a message that its group does not say. */
  String rest(Entry entry) {
    return kind.isEmpty() || entry.message().equals(kind)
        ? entry.message()
        : entry.message().substring(kind.length() + AFTER_KIND.length());
  }
}
