package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says once of a file that it is a template, instead of everything that is no YAML in it. */
final class UnrenderedTemplate {
  /** An action where a line, an item or a value begins. */
  private static final Pattern ACTION =
      Pattern.compile(
          "^[ \\t]*(?:- +)*(?:[\\w./\"'-]+:[ \\t]+)?(\\{\\{(?:[^\\n}]*\\}\\})?)",
          Pattern.MULTILINE);

  private UnrenderedTemplate() {}

  /** The {@code problems} of {@code text}; one that says so if it is a template. */
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

  /** The first action that no quotes make a part of a string. */
  private static Optional<Span> action(SourceText text) {
    Matcher matcher = ACTION.matcher(text.content());
    return matcher.find()
        ? Optional.of(new Span(text, matcher.start(1), matcher.end(1)))
        : Optional.empty();
  }
}
