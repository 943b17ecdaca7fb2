package dev.zonec.compiler.ignore;

import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.outline.Comment;
import dev.zonec.grammar.outline.OutlinedSource;
import dev.zonec.grammar.tree.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which statement a comment is about. */
public final class CommentedStatements {
  private CommentedStatements() {}

  /** The statement that holds the comment, or else the one below or before it. */
  static Optional<Span> statementOf(Comment comment, OutlinedSource source) {
    return about(comment, source.file().statements());
  }

  private static Optional<Span> about(Comment comment, List<Statement> statements) {
    Optional<Span> below = Optional.empty();
    Optional<Span> before = Optional.empty();
    for (Statement statement : statements) {
      Span span = statement.where().span();
      if (span.start() <= comment.span().start() && comment.span().end() <= span.end()) {
        return statement instanceof Statement.When when
            ? about(comment, when.body()).or(() -> Optional.of(span))
            : Optional.of(span);
      }
      if (span.end() <= comment.span().start()) {
        before = Optional.of(span);
      } else if (below.isEmpty()) {
        below = Optional.of(span);
      }
    }
    return comment.ownLine() ? below : before;
  }

  /** The statements that some comment is about. */
  public static Set<Span> in(List<OutlinedSource> sources) {
    Set<Span> commented = new HashSet<>();
    for (OutlinedSource source : sources) {
      for (Comment comment : source.outline().comments()) {
        statementOf(comment, source).ifPresent(commented::add);
      }
    }
    return commented;
  }
}
