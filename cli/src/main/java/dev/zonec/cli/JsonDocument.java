package dev.zonec.cli;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The document that a command prints with {@code -f json}. It begins with the name and the version
 * of its format, whether the answer is complete, and the problems that the run reported. If there
 * is no answer, the document ends there. {@code spec/schema} describes each format.
 */
final class JsonDocument {
  /** The version of the formats. One that an older reader could misread gets the next number. */
  private static final int VERSION = 1;

  private final String format;
  private final Map<String, Object> answer = new LinkedHashMap<>();

  /**
   * @param command the name of the command, such as {@code query}
   */
  JsonDocument(String command) {
    this.format = "zonec-" + command;
  }

  /** Adds a part of the answer. */
  void put(String name, Object value) {
    answer.put(name, value);
  }

  /** Adds parts of the answer. */
  void putAll(Map<String, ?> parts) {
    answer.putAll(parts);
  }

  /**
   * Prints the document, and returns {@code exit}.
   *
   * @param exit the exit code of the run; the answer is complete if it states a result
   */
  ExitCode printed(Console console, ExitCode exit) {
    console.line(text(exit, console.reported()));
    return exit;
  }

  /**
   * Returns the document.
   *
   * @param exit the exit code of the run; the answer is complete if it states a result
   * @param problems the problems that the run reported
   */
  String text(ExitCode exit, List<Diagnostic> problems) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", format);
    document.put("version", VERSION);
    document.put("complete", exit == ExitCode.HOLDS || exit == ExitCode.VIOLATION);
    document.put("problems", problems.stream().map(DiagnosticData::of).toList());
    document.putAll(answer);
    return Json.text(document);
  }
}
