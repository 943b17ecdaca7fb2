package dev.zonec.diagnostics;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes lists for sentences. A long list is cut, such as {@code a, b, c and 2 more}. */
public final class ShortList {
  private ShortList() {}

  /**
   * Returns the first {@code most} entries, and the number of the others.
   *
   * @param entries the entries, in the order in which they are written
   * @param most the greatest number of entries that are written, at least 1
   */
  public static String of(Collection<String> entries, int most) {
    String first = entries.stream().limit(most).collect(Collectors.joining(", "));
    int more = entries.size() - most;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  /**
   * Returns all entries if they are at most {@code most}, and otherwise one fewer and the number of
   * the others, so that no list says {@code and 1 more}.
   *
   * @param most the greatest number of entries that are written, at least 2
   */
  public static String atMost(Collection<String> entries, int most) {
    return of(entries, entries.size() <= most ? most : most - 1);
  }
}
