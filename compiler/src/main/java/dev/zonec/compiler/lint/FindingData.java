package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.LabelledSpan;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes findings as maps and lists, for JSON. */
public final class FindingData {
  private FindingData() {}

  /** Returns an object with the list {@code findings}; lines and columns are counted from 1. */
  public static Map<String, Object> of(LintResult result) {
    return Map.of("findings", result.findings().stream().map(FindingData::finding).toList());
  }

  private static Map<String, Object> finding(Finding finding) {
    Diagnostic problem = finding.diagnostic();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("code", problem.code().name());
    data.put("severity", problem.severity().word());
    data.put("message", problem.message());
    switch (problem.place()) {
      case Place.At(Span span) -> putSpan(data, span);
      case Place.InFile(String name) -> data.put("file", name);
      case Place.Nowhere() -> {}
    }
    data.put("label", problem.label());
    data.put("others", problem.others().stream().map(FindingData::other).toList());
    data.put("notes", problem.notes().stream().map(FindingData::note).toList());
    data.put("fixable", finding.fixable());
    return data;
  }

  private static Map<String, Object> other(LabelledSpan other) {
    Map<String, Object> data = new LinkedHashMap<>();
    putSpan(data, other.span());
    data.put("label", other.label());
    return data;
  }

  private static void putSpan(Map<String, Object> data, Span span) {
    data.put("file", span.source().name());
    data.put("line", span.line());
    data.put("column", span.column());
    data.put("endLine", span.source().lineOf(span.end()));
    data.put("endColumn", span.source().columnOf(span.end()));
  }

  private static Map<String, String> note(Note note) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("kind", note.kind());
    data.put("text", note.text());
    return data;
  }
}
