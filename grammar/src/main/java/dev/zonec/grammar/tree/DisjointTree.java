package dev.zonec.grammar.tree;

import java.util.List;

/** The zones that a {@code disjoint} statement is about. */
public sealed interface DisjointTree {
  /** {@code a, b, c}. */
  record Listed(List<Word> zones) implements DisjointTree {
    /** Copies the names. */
    public Listed {
      zones = List.copyOf(zones);
    }
  }

  /** {@code children of parent}. */
  record ChildrenOf(Word parent) implements DisjointTree {}
}
