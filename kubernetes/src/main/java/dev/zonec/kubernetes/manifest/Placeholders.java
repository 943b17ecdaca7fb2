package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Explains problems with values that another program should have replaced, such as {@code "{{
 * .Values.name }}"}. In quotes, such a value is valid YAML.
 */
public final class Placeholders {
  /** An action or statement of Helm, Jinja or a similar program. */
  private static final Pattern ACTION = Pattern.compile("\\{\\{.*?\\}\\}|\\{%.*?%\\}");

  /** A variable of a shell, of envsubst, or of Flux. */
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{[A-Za-z_][^}]*\\}|\\$\\([A-Za-z_]\\w*\\)|\\$[A-Z_][A-Z0-9_]*");

  private Placeholders() {}

  /**
   * Returns {@code problems}. A problem with a value that contains a placeholder tells how to
   * replace it, in the place of other help.
   */
  public static List<Diagnostic> explained(List<Diagnostic> problems) {
    return problems.stream().map(Placeholders::explained).toList();
  }

  private static Diagnostic explained(Diagnostic problem) {
    boolean isAboutTemplate = problem.code() == Code.ZC0648 || problem.code() == Code.ZC0649;
    if (isAboutTemplate
        || problem.severity() != Severity.ERROR
        || !(problem.place() instanceof Place.At(var span))) {
      return problem;
    }
    String value = span.text();
    if (value.indexOf('\n') >= 0) {
      return problem;
    }
    if (ACTION.matcher(value).find()) {
      return withHelp(
          problem,
          "this is part of a template: render it first and pipe the result, such as with Helm:\n"
              + "helm template NAME CHART | zonec … -m -");
    }
    return VARIABLE.matcher(value).find()
        ? withHelp(
            problem,
            "this is a variable: replace it first and pipe the result, such as with envsubst:\n"
                + "envsubst < FILE | zonec … -m -")
        : problem;
  }

  private static Diagnostic withHelp(Diagnostic problem, String help) {
    List<Note> others =
        problem.notes().stream().filter(note -> !note.kind().equals(Note.HELP)).toList();
    return new Diagnostic(
            problem.severity(),
            problem.code(),
            problem.message(),
            problem.place(),
            problem.label(),
            problem.others(),
            others)
        .help(help);
  }
}
