package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.List;

/**
 * The clauses of a zone or external that select pods: the pods that match one of the selectors, in
 * one of the namespaces.
 *
 * @param namespaces one set for all exact names, and one for each selector of namespaces; without
 *     any, pods of every namespace match
 * @param pods one selector for each {@code pods} clause; without any, every pod matches
 */
public record PodLines(List<NamespaceLine> namespaces, List<PodLine> pods) {
  /** Copies the lines. */
  public PodLines {
    namespaces = List.copyOf(namespaces);
    pods = List.copyOf(pods);
  }

  /** A set of namespaces, and its span. */
  public record NamespaceLine(NamespaceSet namespaces, Span span) {}

  /** A selector of pods, and its span. */
  public record PodLine(Selector selector, Span span) {}
}
