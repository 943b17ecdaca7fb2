package dev.zonec.grammar.tree;

import dev.zonec.diagnostics.Span;

/** A node of the syntax tree. */
public interface Node {
  /** The node's span, which is not compared by {@code equals}. */
  NodeSpan nodeSpan();

  /** The range of the source that the node was parsed from. */
  default Span span() {
    return nodeSpan().span();
  }
}
