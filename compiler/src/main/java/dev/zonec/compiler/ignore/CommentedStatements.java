package dev.zonec.compiler.ignore;

import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.outline.Comment;
import dev.zonec.grammar.outline.OutlinedSource;
import dev.zonec.grammar.tree.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the statement that a comment belongs to. */
public final class CommentedStatements {
  private CommentedStatements() {}

  /** Returns the statement that contains the comment, or else the one below it or before it. */
  static Optional<Span> statementOf(Comment comment, OutlinedSource source) {
    return about(comment, source.file().statements());
  }

  private static Optional<Span> about(Comment comment, List<Statement> statements) {
    Optional<Span> below = Optional.empty();
    Optional<Span> before = Optional.empty();
    for (Statement statement : statements) {
      Span span = statement.span();
      if (span.start() <= comment.span().start() && comment.span().end() <= span.end()) {
        return about(comment, body(statement)).or(() -> Optional.of(span));
      }
      if (span.end() <= comment.span().start()) {
        before = Optional.of(span);
      } else if (below.isEmpty()) {
        below = Optional.of(span);
      }
    }
    return comment.ownLine() ? below : before;
  }

  private static List<Statement> body(Statement statement) {
    return switch (statement) {
      case Statement.When when -> when.body();
      case Statement.Foreach foreach -> foreach.body();
      case Statement.Module module -> List.of();
      case Statement.Cluster cluster -> List.of();
      case Statement.Defaults defaults -> List.of();
      case Statement.Assume assumed -> List.of();
      case Statement.Emit emit -> List.of();
      case Statement.Zone zone -> List.of();
      case Statement.External external -> List.of();
      case Statement.Service service -> List.of();
      case Statement.Allow allow -> List.of();
      case Statement.Assert claim -> List.of();
      case Statement.Trust trust -> List.of();
      case Statement.Disjoint disjoint -> List.of();
      case Statement.Waive waive -> List.of();
      case Statement.Import imported -> List.of();
      case Statement.Param param -> List.of();
    };
  }

  /** Returns the statements with a comment. */
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
