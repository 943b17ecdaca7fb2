package dev.zonec.grammar.tree;

import java.util.List;

/** What a waiver takes out of its assertion. */
public sealed interface Waived {
  /** Where it begins. */
  List<Word> from();

  /** Where it ends. */
  List<Word> to();

  /** The characters of the whole. */
  Where where();

  /** {@code from -> to : services}. */
  record Connections(List<Word> from, List<Word> to, Services services, Where where)
      implements Waived {
    /** Copies the names. */
    public Connections {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /** {@code from ~> to}. */
  record Paths(List<Word> from, List<Word> to, Where where) implements Waived {
    /** Copies the names. */
    public Paths {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }
}
