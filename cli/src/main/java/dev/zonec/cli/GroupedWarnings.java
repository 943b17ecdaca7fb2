package dev.zonec.cli;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Groups warnings of one code if there are many: the first one is printed, with the places of the
 * others.
 */
final class GroupedWarnings {
  /** The greatest number of warnings of one code that are not grouped. */
  private static final int MOST_UNGROUPED = 8;

  /** Codes of warnings about gaps that the user accepts, which are never grouped. */
  private static final Set<Code> NEVER_GROUPED = EnumSet.of(Code.ZC0511);

  /** The number of places that are named. */
  private static final int MOST_PLACES = 4;

  private GroupedWarnings() {}

  /**
   * Returns {@code diagnostics} in their order, without warnings that are represented by another
   * one.
   */
  static List<Diagnostic> of(List<Diagnostic> diagnostics) {
    Map<Code, List<Diagnostic>> byCode = new EnumMap<>(Code.class);
    for (Diagnostic each : diagnostics) {
      if (!each.isError() && !NEVER_GROUPED.contains(each.code())) {
        byCode.computeIfAbsent(each.code(), code -> new ArrayList<>()).add(each);
      }
    }
    byCode.values().removeIf(same -> same.size() <= MOST_UNGROUPED);
    List<Diagnostic> reported = new ArrayList<>();
    Set<Code> said = EnumSet.noneOf(Code.class);
    for (Diagnostic each : diagnostics) {
      List<Diagnostic> same =
          each.isError() ? List.of() : byCode.getOrDefault(each.code(), List.of());
      if (same.isEmpty()) {
        reported.add(each);
      } else if (said.add(each.code())) {
        reported.add(each.note(summary(same)));
      }
    }
    return reported;
  }

  private static String summary(List<Diagnostic> same) {
    List<String> places =
        same.stream()
            .skip(1)
            .map(GroupedWarnings::place)
            .filter(p -> !p.isEmpty())
            .distinct()
            .toList();
    String named = places.stream().limit(MOST_PLACES).collect(Collectors.joining(", "));
    return same.getFirst().code()
        + " in "
        + same.size()
        + " places"
        + (named.isEmpty() ? "" : ": also " + named)
        + (places.size() > MOST_PLACES ? ", …" : "")
        + "; `--all` lists them";
  }

  private static String place(Diagnostic diagnostic) {
    return switch (diagnostic.place()) {
      case Place.At(var span) -> span.fileAndLine();
      case Place.InFile(String name) -> name;
      case Place.AtLine(String name, long line) -> name + ":" + line;
      case Place.Nowhere() -> "";
    };
  }
}
