package dev.zonec.grammar.tree;

/** What a waiver takes out of its assertion. */
public sealed interface Waived extends Node {
  /** Where it begins. */
  Parties from();

  /** Where it ends. */
  Parties to();

  /** {@code from -> to : services}. */
  record Connections(Parties from, Parties to, Services services, NodeSpan nodeSpan)
      implements Waived {}

  /** {@code from ~> to}. */
  record Paths(Parties from, Parties to, NodeSpan nodeSpan) implements Waived {}
}
