package dev.zonec.application.report;

import dev.zonec.diagnostics.ContentHash;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Ids of entries that do not change when lines move. */
public final class EntryIds {
  private EntryIds() {}

  /**
   * Returns the id of {@code told}: its code, and a hash of its message, the name of its file and
   * the marked text. The folder of the file is left out, because the same file can be named by
   * different paths.
   */
  public static String of(Diagnostic told) {
    String file = told.place().file();
    String marked = told.place() instanceof Place.At(var span) ? firstLine(span.text()) : "";
    return told.code().name().toLowerCase(Locale.ROOT)
        + "-"
        + ContentHash.of(file.substring(file.lastIndexOf('/') + 1), told.message(), marked);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }

  /**
   * Returns the entries with unique ids: an id gets the values of the parameters, and a number if
   * it is still not unique.
   */
  static List<Entry> unique(List<Entry> entries) {
    Set<String> taken = new HashSet<>();
    List<Entry> named = new ArrayList<>();
    for (Entry entry : entries) {
      String base = entry.variant().isEmpty() ? entry.id() : entry.id() + "@" + entry.variant();
      String id = base;
      for (int number = 2; !taken.add(id); number++) {
        id = base + "-" + number;
      }
      named.add(entry.named(id));
    }
    return List.copyOf(named);
  }
}
