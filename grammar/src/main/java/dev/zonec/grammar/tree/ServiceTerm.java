package dev.zonec.grammar.tree;

/** One item of a list of services. */
public sealed interface ServiceTerm extends Node {

  /** A service's name, or a port such as {@code tcp/8080}: the name's own text tells. */
  record Plain(Word word) implements ServiceTerm {
    @Override
    public NodeSpan nodeSpan() {
      return word.nodeSpan();
    }
  }

  /** {@code tcp/"metrics"}. */
  record NamedPort(Word protocol, Word port, NodeSpan nodeSpan) implements ServiceTerm {}
}
