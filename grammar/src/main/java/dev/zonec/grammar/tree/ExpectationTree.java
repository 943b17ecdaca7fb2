package dev.zonec.grammar.tree;

/**
 * An expectation such as {@code expect denied web -> redis}.
 *
 * @param kind what is expected
 * @param query the connections or paths
 * @param nodeSpan its span
 */
public record ExpectationTree(Kind kind, QueryTree query, NodeSpan nodeSpan) implements Node {
  /** What is expected. */
  public enum Kind {
    /** Every pair of ends can connect. */
    ALLOWED,
    /** No pair of ends can connect. */
    DENIED,
    /** A path exists. */
    PATH,
    /** No path exists. */
    NO_PATH
  }
}
