package dev.zonec.grammar.tree;

import dev.zonec.diagnostics.Span;

/**
 * The span of a node, for messages only. All node spans are equal, so two trees are equal if they
 * have the same content, wherever it was written.
 */
public final class NodeSpan {
  private final Span span;

  /**
   * @param span the range that the node was parsed from
   */
  public NodeSpan(Span span) {
    this.span = span;
  }

  /** The range that the node was parsed from. */
  public Span span() {
    return span;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NodeSpan;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return span.toString();
  }
}
