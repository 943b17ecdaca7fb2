package dev.zonec.compiler.problem;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers the problems of a run; every step adds to it and goes on. */
public final class Problems {
  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing(Problems::fileOf)
          .thenComparingInt(Problems::offsetOf)
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::message);

  private final Set<Diagnostic> found = new LinkedHashSet<>();

  /** Adds one. */
  public void add(Diagnostic problem) {
    found.add(problem);
  }

  /** Adds several. */
  public void addAll(Collection<Diagnostic> problems) {
    found.addAll(problems);
  }

  /** Whether one of them makes the run fail. */
  public boolean hasErrors() {
    return found.stream().anyMatch(Diagnostic::isError);
  }

  /** All of them, each once, by file and place; those of no file come first. */
  public List<Diagnostic> inOrder() {
    return found.stream().sorted(BY_PLACE).toList();
  }

  private static String fileOf(Diagnostic problem) {
    return switch (problem.place()) {
      case Place.At(var span) -> span.source().name();
      case Place.InFile(String name) -> name;
      case Place.Nowhere() -> "";
    };
  }

  private static int offsetOf(Diagnostic problem) {
    return problem.place() instanceof Place.At at ? at.span().start() : 0;
  }
}
