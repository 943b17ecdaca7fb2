package dev.zonec.compiler.variant;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Merges the problems of several variants: each problem is reported once, with the values for which
 * it occurs.
 */
public final class VariantProblems {
  /** The greatest number of combinations in a note. */
  private static final int SHOWN = 3;

  private final List<SortedMap<String, String>> variants = new ArrayList<>();
  private final Map<Diagnostic, List<SortedMap<String, String>>> found = new LinkedHashMap<>();

  /** Adds the problems of the variant with {@code choices}. */
  public void add(SortedMap<String, String> choices, List<Diagnostic> problems) {
    variants.add(choices);
    for (Diagnostic problem : problems) {
      found.computeIfAbsent(problem, p -> new ArrayList<>()).add(choices);
    }
  }

  /**
   * Adds all problems to {@code problems}. A problem that only some variants have gets a note with
   * their values.
   */
  public void addTo(Problems problems) {
    found.forEach(
        (problem, where) ->
            problems.add(
                where.size() == variants.size()
                    ? problem
                    : problem.note("with " + described(where))));
  }

  private String described(List<SortedMap<String, String>> where) {
    return bySingleParam(where)
        .orElseGet(
            () -> {
              String some =
                  where.stream()
                      .limit(SHOWN)
                      .map(choices -> "`" + Variant.label(choices) + "`")
                      .collect(Collectors.joining(" or "));
              int more = where.size() - SHOWN;
              return more > 0 ? some + ", and " + more + " more combinations" : some;
            });
  }

  /** Returns the values of a single parameter, if they alone decide whether the problem occurs. */
  private Optional<String> bySingleParam(List<SortedMap<String, String>> where) {
    Set<SortedMap<String, String>> having = new LinkedHashSet<>(where);
    for (String param : where.getFirst().keySet()) {
      Set<String> values =
          where.stream()
              .map(choices -> choices.get(param))
              .collect(Collectors.toCollection(TreeSet::new));
      long all = variants.stream().filter(v -> values.contains(v.get(param))).count();
      if (all == having.size()) {
        return Optional.of(
            values.stream()
                .map(value -> "`" + param + "=" + value + "`")
                .collect(Collectors.joining(" or ")));
      }
    }
    return Optional.empty();
  }
}
