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

/** Warnings of which many have one code: the first of them, with the places of the others. */
final class GroupedWarnings {
  /** How many warnings of one code are printed one by one. */
  private static final int FEW = 8;

  /** What the user accepts not to be covered is told one by one. */
  private static final Set<Code> EACH = EnumSet.of(Code.ZC0511);

  /** How many places of the others are named. */
  private static final int NAMED = 4;

  private GroupedWarnings() {}

  /** {@code diagnostics} in their order, without the warnings that another one stands for. */
  static List<Diagnostic> of(List<Diagnostic> diagnostics) {
    Map<Code, List<Diagnostic>> byCode = new EnumMap<>(Code.class);
    for (Diagnostic each : diagnostics) {
      if (!each.isError() && !EACH.contains(each.code())) {
        byCode.computeIfAbsent(each.code(), code -> new ArrayList<>()).add(each);
      }
    }
    byCode.values().removeIf(same -> same.size() <= FEW);
    List<Diagnostic> told = new ArrayList<>();
    Set<Code> said = EnumSet.noneOf(Code.class);
    for (Diagnostic each : diagnostics) {
      List<Diagnostic> same =
          each.isError() ? List.of() : byCode.getOrDefault(each.code(), List.of());
      if (same.isEmpty()) {
        told.add(each);
      } else if (said.add(each.code())) {
        told.add(each.note(summary(same)));
      }
    }
    return told;
  }

  private static String summary(List<Diagnostic> same) {
    List<String> places =
        same.stream()
            .skip(1)
            .map(GroupedWarnings::place)
            .filter(p -> !p.isEmpty())
            .distinct()
            .toList();
    String named = places.stream().limit(NAMED).collect(Collectors.joining(", "));
    return same.getFirst().code()
        + " in "
        + same.size()
        + " places"
        + (named.isEmpty() ? "" : ": also " + named)
        + (places.size() > NAMED ? ", …" : "")
        + "; `--all` lists them";
  }

  private static String place(Diagnostic diagnostic) {
    return switch (diagnostic.place()) {
      case Place.At(var span) -> span.fileAndLine();
      case Place.InFile(String name) -> name;
      case Place.Nowhere() -> "";
    };
  }
}
