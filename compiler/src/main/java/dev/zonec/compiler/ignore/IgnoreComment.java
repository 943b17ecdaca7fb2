package dev.zonec.compiler.ignore;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.outline.Comment;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A comment {@code # zonec:ignore CODE -- reason}. */
public sealed interface IgnoreComment {
  /** The beginning of such a comment. */
  Pattern SIGN = Pattern.compile("#+\\s*zonec:ignore\\b(?<rest>.*)");

  /** The text after the beginning. */
  Pattern REST = Pattern.compile("\\s+(?<code>\\S+)(?<reason>\\s+--\\s*(?<why>.*))?");

  /**
   * A comment that suppresses warnings of {@code code} on {@code statement}.
   *
   * @param code the code
   * @param statement the statement that the comment belongs to, or the comment itself if there is
   *     none
   * @param comment the comment
   * @param reason the reason that the comment gives
   */
  record Valid(Code code, Span statement, Comment comment, String reason) implements IgnoreComment {
    boolean takesBack(Code found, Span span) {
      return found == code
          && span.source().equals(statement.source())
          && span.start() >= statement.start()
          && span.end() <= statement.end();
    }
  }

  /** A comment that is malformed. */
  record Malformed(Diagnostic problem) implements IgnoreComment {}

  /**
   * Parses {@code comment}, which belongs to {@code statement}; empty if it is another kind of
   * comment.
   */
  static Optional<IgnoreComment> of(Comment comment, Span statement) {
    Matcher sign = SIGN.matcher(comment.text());
    if (!sign.matches()) {
      return Optional.empty();
    }
    Matcher rest = REST.matcher(sign.group("rest"));
    if (!rest.matches()) {
      return malformed(comment, "the comment does not name a code");
    }
    String word = rest.group("code");
    Optional<Code> code =
        Arrays.stream(Code.values()).filter(c -> c.name().equals(word)).findFirst();
    if (code.isEmpty()) {
      return malformed(comment, "there is no code `" + word + "`");
    }
    if (rest.group("reason") == null || rest.group("why").isBlank()) {
      return malformed(comment, "the comment gives no reason");
    }
    return Optional.of(new Valid(code.get(), statement, comment, rest.group("why").strip()));
  }

  private static Optional<IgnoreComment> malformed(Comment comment, String message) {
    return Optional.of(
        new Malformed(
            Diagnostic.warning(Code.ZC1010, comment.span(), message)
                .help("write `# zonec:ignore CODE -- reason`")));
  }
}
