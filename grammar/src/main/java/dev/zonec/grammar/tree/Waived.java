package dev.zonec.grammar.tree;

/** What a waiver takes out of its assertion. */
public sealed interface Waived {
  /** Where it begins. */
  Parties from();

  /** Where it ends. */
  Parties to();

  /** The characters of the whole. */
  Where where();

  /** {@code from -> to : services}. */
  record Connections(Parties from, Parties to, Services services, Where where) implements Waived {}

  /** {@code from ~> to}. */
  record Paths(Parties from, Parties to, Where where) implements Waived {}
}
