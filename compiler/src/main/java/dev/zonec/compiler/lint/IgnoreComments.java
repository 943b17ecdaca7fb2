package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.outline.Comment;
import dev.zonec.grammar.outline.OutlinedSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes findings back where comments say so. */
final class IgnoreComments {
  private final List<IgnoreComment.Valid> valid = new ArrayList<>();
  private final List<Finding> malformed = new ArrayList<>();

  IgnoreComments(List<OutlinedSource> sources) {
    for (OutlinedSource source : sources) {
      for (Comment comment : source.outline().comments()) {
        Span statement = CommentedStatements.statementOf(comment, source).orElse(comment.span());
        IgnoreComment.of(comment, statement).ifPresent(this::add);
      }
    }
  }

  private void add(IgnoreComment comment) {
    switch (comment) {
      case IgnoreComment.Valid it -> valid.add(it);
      case IgnoreComment.Malformed(Diagnostic problem) -> malformed.add(Finding.of(problem));
    }
  }

  /**
   * What is left of {@code findings}, and what is wrong with the comments.
   *
   * @param looked the codes that were looked for: a comment for another one may be needed elsewhere
   */
  List<Finding> apply(List<Finding> findings, Set<Code> looked) {
    List<Finding> left = new ArrayList<>(malformed);
    Set<IgnoreComment.Valid> used = new HashSet<>();
    for (Finding finding : findings) {
      Optional<IgnoreComment.Valid> by =
          finding.diagnostic().isError() ? Optional.empty() : takenBackBy(finding.diagnostic());
      by.ifPresentOrElse(used::add, () -> left.add(finding));
    }
    for (IgnoreComment.Valid comment : valid) {
      if (!used.contains(comment) && looked.contains(comment.code())) {
        left.add(idle(comment));
      }
    }
    return left;
  }

  private Optional<IgnoreComment.Valid> takenBackBy(Diagnostic problem) {
    return problem.place() instanceof Place.At(Span span)
        ? valid.stream().filter(it -> it.takesBack(problem.code(), span)).findFirst()
        : Optional.empty();
  }

  private static Finding idle(IgnoreComment.Valid comment) {
    return new Finding(
        Diagnostic.warning(
                Code.ZC1011,
                comment.comment().span(),
                "nothing of " + comment.code() + " is found on this statement")
            .help("delete the comment"),
        List.of(Edit.deletion(comment.comment().span())));
  }
}
