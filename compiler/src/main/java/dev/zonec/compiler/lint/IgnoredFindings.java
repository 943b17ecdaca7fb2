package dev.zonec.compiler.lint;

import dev.zonec.compiler.ignore.IgnoreComment;
import dev.zonec.compiler.ignore.IgnoreComments;
import dev.zonec.compiler.ignore.Suppressed;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Edit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Findings, divided by whether comments suppress them.
 *
 * @param remaining the findings that no comment suppresses, and the problems of comments
 * @param suppressed the others
 */
record IgnoredFindings(List<Finding> remaining, List<Suppressed> suppressed) {
  /**
   * Divides {@code findings}.
   *
   * @param looked the codes that lint looked for; a comment with another code may be needed in
   *     another run
   */
  static IgnoredFindings of(List<Finding> findings, IgnoreComments comments, Set<Code> looked) {
    List<Finding> left = new ArrayList<>(comments.malformed().stream().map(Finding::of).toList());
    Set<IgnoreComment.Valid> used = new HashSet<>();
    List<Suppressed> suppressed = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<IgnoreComment.Valid> by = comments.suppressing(finding.diagnostic());
      by.ifPresentOrElse(
          comment -> {
            used.add(comment);
            suppressed.add(new Suppressed(finding.diagnostic(), comment.reason()));
          },
          () -> left.add(finding));
    }
    for (IgnoreComment.Valid comment : comments.valid()) {
      if (!used.contains(comment) && looked.contains(comment.code())) {
        left.add(unused(comment));
      }
    }
    return new IgnoredFindings(left, suppressed);
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
