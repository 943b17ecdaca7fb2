package dev.zonec.grammar.tree;

import java.util.List;

/** The zones of a {@code disjoint} statement. */
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
