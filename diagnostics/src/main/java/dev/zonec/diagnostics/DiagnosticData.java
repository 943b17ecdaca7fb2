package dev.zonec.diagnostics;

import java.util.LinkedHashMap;
import java.util.Map;

/** Diagnostics and places as maps and lists, for JSON. Lines and columns count from 1. */
public final class DiagnosticData {
  private DiagnosticData() {}

  /**
   * The code, severity, message, place, label, other places and notes of {@code problem}. A
   * diagnostic of a whole file has no line, one of the whole run no file.
   */
  public static Map<String, Object> of(Diagnostic problem) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("code", problem.code().name());
    data.put("severity", problem.severity().word());
    data.put("message", problem.message());
    switch (problem.place()) {
      case Place.At(Span span) -> data.putAll(place(span));
      case Place.InFile(String name) -> data.put("file", name);
      case Place.AtLine(String name, long line) -> {
        data.put("file", name);
        data.put("line", line);
      }
      case Place.Nowhere() -> {}
    }
    data.put("label", problem.label());
    data.put("others", problem.others().stream().map(DiagnosticData::other).toList());
    data.put("notes", problem.notes().stream().map(DiagnosticData::note).toList());
    return data;
  }

  /** The file of {@code span}, and where it begins and ends. */
  public static Map<String, Object> place(Span span) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("file", span.source().name());
    data.put("line", span.line());
    data.put("column", span.column());
    data.put("endLine", span.source().lineOf(span.end()));
    data.put("endColumn", span.source().columnOf(span.end()));
    return data;
  }

  private static Map<String, Object> other(LabelledSpan other) {
    Map<String, Object> data = place(other.span());
    data.put("label", other.label());
    return data;
  }

  private static Map<String, Object> note(Note note) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kind", note.kind());
    data.put("text", note.text());
    return data;
  }
}
