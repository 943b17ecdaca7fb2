package dev.zonec.application.init;

import java.util.List;

/** Writes a configuration file. */
final class ConfigText {
  private static final String COMPILED = "policies";

  private ConfigText() {}

  /**
   * Returns the text of the file.
   *
   * @param program the sources
   * @param unnamed the number of objects that name no namespace
   */
  static String of(List<String> program, Survey survey, int unnamed) {
    StringBuilder text = new StringBuilder();
    text.append("# The inputs of zonec. Paths are relative to this file; options override it.\n");
    list(text, "", "program", program);
    if (!survey.manifests().isEmpty()) {
      list(text, "", "manifests", survey.manifests());
    }
    if (!survey.charts().isEmpty()) {
      text.append(
          survey.manifests().isEmpty()
              ? "# Charts need Helm, and the option --run-commands:\n# manifests:\n"
              : "# Charts need Helm, and the option --run-commands:\n");
      survey
          .charts()
          .forEach(chart -> text.append("# - helm: ").append(scalar(chart)).append('\n'));
    }
    text.append("output: ").append(scalar(output(survey))).append('\n');
    if (unnamed > 0) {
      text.append(
          "# The namespace of the objects that name none: "
              + unnamed
              + (unnamed == 1 ? " object\n" : " objects\n")
              + "# default-namespace: NAME\n");
    }
    if (!survey.environments().isEmpty()) {
      text.append("environments:\n");
      survey
          .environments()
          .forEach(
              (name, path) -> {
                text.append("  ").append(scalar(name)).append(":\n");
                list(text, "    ", "manifests", List.of(path));
              });
    }
    return text.toString();
  }

  /** Returns the folder for compiled policies. */
  static String output(Survey survey) {
    return survey.compiled().stream()
        .findFirst()
        .orElseGet(() -> survey.manifests().contains(COMPILED) ? "zonec-" + COMPILED : COMPILED);
  }

  private static void list(StringBuilder text, String indent, String key, List<String> values) {
    text.append(indent).append(key).append(':');
    if (values.size() == 1) {
      text.append(' ').append(scalar(values.getFirst())).append('\n');
      return;
    }
    text.append('\n');
    values.forEach(value -> text.append(indent).append("- ").append(scalar(value)).append('\n'));
  }

  /** Quotes a text that YAML could read as something else. */
  private static String scalar(String value) {
    boolean plain =
        value.matches("[A-Za-z_][A-Za-z0-9_./-]*[A-Za-z0-9_]")
            && !value.matches("(?i)true|false|yes|no|on|off|null|y|n");
    return plain || value.equals(".")
        ? value
        : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
