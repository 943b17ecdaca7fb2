package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces the YAML errors of an unrendered template by one problem. */
final class UnrenderedTemplate {
  /** A template action at the beginning of a line, an item or a value. */
  private static final Pattern ACTION =
      Pattern.compile(
          "^[ \\t]*(?:- +)*(?:[\\w./\"'-]+:[ \\t]+)?(\\{\\{(?:[^\\n}]*\\}\\})?)",
          Pattern.MULTILINE);

  private UnrenderedTemplate() {}

  /** Returns {@code problems} of {@code text}, or a single problem if it is a template. */
  static List<Diagnostic> insteadOf(List<Diagnostic> problems, SourceText text) {
    Optional<Span> action = problems.isEmpty() ? Optional.empty() : action(text);
    return action.isEmpty()
        ? problems
        : List.of(
            Diagnostic.error(
                    Code.ZC0648,
                    action.get(),
                    "`" + text.name() + "` is a template, not a manifest")
                .note("Helm or another program replaces the text between `{{` and `}}`")
                .help(
                    "render it first and pipe the result, such as with Helm:\n"
                        + "helm template NAME CHART | zonec verify … -m -"));
  }

  /** Returns the first action that is not inside quotes. */
  private static Optional<Span> action(SourceText text) {
    Matcher matcher = ACTION.matcher(text.content());
    return matcher.find()
        ? Optional.of(new Span(text, matcher.start(1), matcher.end(1)))
        : Optional.empty();
  }
}
