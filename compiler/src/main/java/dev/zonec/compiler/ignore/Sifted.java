package dev.zonec.compiler.ignore;

import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Problems, divided by whether a comment suppresses them.
 *
 * @param remaining the problems that no comment suppresses
 * @param suppressed the others
 */
public record Sifted(List<Diagnostic> remaining, List<Suppressed> suppressed) {
  /** Copies the lists. */
  public Sifted {
    remaining = List.copyOf(remaining);
    suppressed = List.copyOf(suppressed);
  }

  /**
   * Divides {@code problems} by the comments of {@code sources}. It does not read the sources if
   * there are no problems.
   */
  public static Sifted of(List<Diagnostic> problems, List<Source> sources) {
    if (problems.isEmpty()) {
      return new Sifted(List.of(), List.of());
    }
    IgnoreComments comments = IgnoreComments.in(sources);
    List<Diagnostic> remaining = new ArrayList<>();
    List<Suppressed> suppressed = new ArrayList<>();
    for (Diagnostic problem : problems) {
      Optional<IgnoreComment.Valid> by = comments.suppressing(problem);
      by.ifPresentOrElse(
          comment -> suppressed.add(new Suppressed(problem, comment.reason())),
          () -> remaining.add(problem));
    }
    return new Sifted(remaining, suppressed);
  }
}
