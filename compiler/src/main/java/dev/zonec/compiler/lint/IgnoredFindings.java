package dev.zonec.compiler.lint;

import dev.zonec.compiler.ignore.IgnoreComment;
import dev.zonec.compiler.ignore.IgnoreComments;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Removes findings that comments suppress. */
final class IgnoredFindings {
  private IgnoredFindings() {}

  /**
   * Returns the remaining findings, and the problems of comments.
   *
   * @param looked the codes that lint looked for; a comment with another code may be needed in
   *     another run
   */
  static List<Finding> remaining(
      List<Finding> findings, IgnoreComments comments, Set<Code> looked) {
    List<Finding> left = new ArrayList<>(comments.malformed().stream().map(Finding::of).toList());
    Set<IgnoreComment.Valid> used = new HashSet<>();
    for (Finding finding : findings) {
      Optional<IgnoreComment.Valid> by = comments.suppressing(finding.diagnostic());
      by.ifPresentOrElse(used::add, () -> left.add(finding));
    }
    for (IgnoreComment.Valid comment : comments.valid()) {
      if (!used.contains(comment) && looked.contains(comment.code())) {
        left.add(unused(comment));
      }
    }
    return left;
  }

  private static Finding unused(IgnoreComment.Valid comment) {
    return new Finding(
        Diagnostic.warning(
                Code.ZC1011,
                comment.comment().span(),
                "the comment has no effect: the statement has no finding " + comment.code())
            .help("delete the comment"),
        List.of(Edit.deletion(comment.comment().span())));
  }
}
