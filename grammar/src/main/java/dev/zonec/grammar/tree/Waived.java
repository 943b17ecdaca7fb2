package dev.zonec.grammar.tree;

/** The part of an assertion that a waiver excuses. */
public sealed interface Waived extends Node {
  /** Returns the parties at the start. */
  Parties from();

  /** Returns the parties at the end. */
  Parties to();

  /** {@code from -> to : services}. */
  record Connections(Parties from, Parties to, Services services, NodeSpan nodeSpan)
      implements Waived {}

  /** {@code from ~> to}. */
  record Paths(Parties from, Parties to, NodeSpan nodeSpan) implements Waived {}
}
