package dev.zonec.compiler.problem;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of a run. Every step adds its problems and continues. */
public final class Problems {
  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing((Diagnostic problem) -> problem.place().file())
          .thenComparingInt(Problems::offsetOf)
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::message);

  private final Set<Diagnostic> found = new LinkedHashSet<>();

  /** Adds a problem. */
  public void add(Diagnostic problem) {
    found.add(problem);
  }

  /** Adds several problems. */
  public void addAll(Collection<Diagnostic> problems) {
    found.addAll(problems);
  }

  /** Whether one of the problems is an error. */
  public boolean hasErrors() {
    return found.stream().anyMatch(Diagnostic::isError);
  }

  /**
   * Returns all problems without duplicates, sorted by file and position. Problems without a file
   * come first.
   */
  public List<Diagnostic> inOrder() {
    return found.stream().sorted(BY_PLACE).toList();
  }

  private static int offsetOf(Diagnostic problem) {
    return problem.place() instanceof Place.At at ? at.span().start() : 0;
  }
}
