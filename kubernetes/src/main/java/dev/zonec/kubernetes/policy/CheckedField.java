package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.Document;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of an object that is being read, and the list that collects its problems.
 *
 * @param document the object
 * @param path the path of the field
 * @param problems collects problems
 */
public record CheckedField(Document document, List<Object> path, List<Diagnostic> problems) {
  /** Returns the field at {@code steps} below this one. */
  public CheckedField at(Object... steps) {
    List<Object> longer = new ArrayList<>(path);
    longer.addAll(List.of(steps));
    return new CheckedField(document, longer, problems);
  }

  /** Returns the span of the value, or of the nearest existing value around it. */
  public Span span() {
    return document.span(path);
  }

  /** Reports a problem of the value. */
  public void problem(Code code, String message) {
    problems.add(Diagnostic.error(code, span(), message));
  }

  /** Reports a problem of the value, with a help. */
  public void problem(Code code, String message, String help) {
    problems.add(Diagnostic.error(code, span(), message).help(help));
  }

  /** Reports a problem of the field's name. */
  public void problemAtKey(Code code, String message) {
    problems.add(Diagnostic.error(code, document.keySpan(path), message));
  }
}
