package dev.zonec.application.graph;

import dev.zonec.diagnostics.ShortList;
import java.util.ArrayList;
import java.util.List;

/** The notes of a graph. */
final class Notes {
  /** The greatest number of names that a note lists. */
  private static final int MOST_NAMED = 4;

  private Notes() {}

  /** Returns both lists as one. */
  static List<String> and(List<String> notes, List<String> more) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(more);
    return all;
  }

  /** Returns the first names, and the number of the others. */
  static String names(List<String> names) {
    return ShortList.of(names, MOST_NAMED);
  }
}
