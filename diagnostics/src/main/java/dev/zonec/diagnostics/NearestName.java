package dev.zonec.diagnostics;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the name that a misspelled name probably stands for. */
public final class NearestName {
  private NearestName() {}

  /**
   * Returns the candidate with the fewest edits from {@code name}, if at most a third of the
   * characters differ, or one of two. An edit is an insertion, a deletion, a replacement, or a swap
   * of neighbours. Every name of one character is one edit from every other, so it returns only an
   * equal candidate for it. Of several candidates, it returns the first in natural order.
   */
  public static Optional<String> to(String name, Collection<String> candidates) {
    return to(name, candidates, List.of());
  }

  /**
   * Does the same with the candidates of both collections. Of several nearest candidates, it
   * returns one of {@code preferred}.
   */
  public static Optional<String> to(
      String name, Collection<String> preferred, Collection<String> others) {
    int limit = name.length() == 1 ? 0 : Math.max(1, name.length() / 3);
    String best = "";
    int bestDistance = limit + 1;
    List<String> candidates =
        Stream.concat(preferred.stream().sorted(), others.stream().sorted()).toList();
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - name.length()) > limit) {
        continue;
      }
      int distance = distance(name, candidate);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return bestDistance <= limit ? Optional.of(best) : Optional.empty();
  }

  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }
}
