package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.Document;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of an object that is being read, and the list that its problems go to.
 *
 * @param document the object
 * @param path the field
 * @param problems grows as problems are found
 */
public record CheckedField(Document document, List<Object> path, List<Diagnostic> problems) {
  /** The field {@code steps} further on. */
  public CheckedField at(Object... steps) {
    List<Object> longer = new ArrayList<>(path);
    longer.addAll(List.of(steps));
    return new CheckedField(document, longer, problems);
  }

  /** The field's value, or what is nearest to it. */
  public Span span() {
    return document.span(path);
  }

  /** Notes that the value is wrong. */
  public void problem(Code code, String message) {
    problems.add(Diagnostic.error(code, span(), message));
  }

  /** Notes that the value is wrong, and what would be right. */
  public void problem(Code code, String message, String help) {
    problems.add(Diagnostic.error(code, span(), message).help(help));
  }

  /** Notes that the field's name is wrong. */
  public void problemAtKey(Code code, String message) {
    problems.add(Diagnostic.error(code, document.keySpan(path), message));
  }
}
