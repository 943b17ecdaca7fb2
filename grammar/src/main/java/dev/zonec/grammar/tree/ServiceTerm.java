package dev.zonec.grammar.tree;

/** An item of a list of services. */
public sealed interface ServiceTerm extends Node {

  /** The name of a service, or a port such as {@code tcp/8080}, depending on the word. */
  record Plain(Word word) implements ServiceTerm {
    @Override
    public NodeSpan nodeSpan() {
      return word.nodeSpan();
    }
  }

  /** {@code tcp/"metrics"}. */
  record NamedPort(Word protocol, Word port, NodeSpan nodeSpan) implements ServiceTerm {}
}
