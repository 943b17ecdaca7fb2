package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.List;

/**
 * The lines of a zone or external that say which pods: those in any of the namespaces that any of
 * the selectors matches.
 *
 * @param namespaces one for all lines of exact names together, one for each selector of namespaces;
 *     none where there is no such line, and then the namespace does not matter
 * @param pods one a {@code pods} line; none where there is no such line, and then every pod is
 *     meant
 */
public record PodLines(List<NamespaceLine> namespaces, List<PodLine> pods) {
  /** Copies the lines. */
  public PodLines {
    namespaces = List.copyOf(namespaces);
    pods = List.copyOf(pods);
  }

  /** Namespaces, and where they are written. */
  public record NamespaceLine(NamespaceSet namespaces, Span span) {}

  /** A selector of pods, and where it is written. */
  public record PodLine(Selector selector, Span span) {}
}
