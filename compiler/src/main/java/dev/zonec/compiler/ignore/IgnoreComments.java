package dev.zonec.compiler.ignore;

import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.outline.Comment;
import dev.zonec.grammar.outline.OutlinedSource;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The comments that suppress warnings. Errors cannot be suppressed.
 *
 * @param valid the well-formed comments
 * @param malformed the problems of the other comments
 */
public record IgnoreComments(List<IgnoreComment.Valid> valid, List<Diagnostic> malformed) {
  private static final String SIGN = "zonec:ignore";

  /** Copies the lists. */
  public IgnoreComments {
    valid = List.copyOf(valid);
    malformed = List.copyOf(malformed);
  }

  /** Finds the comments of {@code sources}. */
  public static IgnoreComments of(List<OutlinedSource> sources) {
    List<IgnoreComment.Valid> valid = new ArrayList<>();
    List<Diagnostic> malformed = new ArrayList<>();
    for (OutlinedSource source : sources) {
      for (Comment comment : source.outline().comments()) {
        Span statement = CommentedStatements.statementOf(comment, source).orElse(comment.span());
        IgnoreComment.of(comment, statement)
            .ifPresent(
                found -> {
                  switch (found) {
                    case IgnoreComment.Valid it -> valid.add(it);
                    case IgnoreComment.Malformed(Diagnostic problem) -> malformed.add(problem);
                  }
                });
      }
    }
    return new IgnoreComments(valid, malformed);
  }

  /** Finds the comments of all {@code sources} without syntax errors. */
  static IgnoreComments in(List<Source> sources) {
    List<OutlinedSource> outlined = new ArrayList<>();
    for (Source source : sources) {
      // Few sources have such a comment, and an outline needs a second parse.
      if (source.text().content().contains(SIGN)
          && ZoneParsing.outlined(source.text())
              instanceof Parsed.Tree<OutlinedSource>(OutlinedSource read)) {
        outlined.add(read);
      }
    }
    return of(outlined);
  }

  /** Returns the comment that suppresses {@code problem}. */
  public Optional<IgnoreComment.Valid> suppressing(Diagnostic problem) {
    return !problem.isError() && problem.place() instanceof Place.At(Span span)
        ? valid.stream().filter(it -> it.takesBack(problem.code(), span)).findFirst()
        : Optional.empty();
  }

  /**
   * Returns the problems that no comment of {@code sources} suppresses. It does not read the
   * sources if there are no problems.
   */
  public static List<Diagnostic> remaining(List<Diagnostic> problems, List<Source> sources) {
    return Sifted.of(problems, sources).remaining();
  }
}
