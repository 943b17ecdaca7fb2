package dev.zonec.grammar.tree;

import java.util.List;

/** A condition of {@code when} on a parameter. */
public sealed interface Condition {
  /** Returns the parameter. */
  Word param();

  /** Returns the values in the condition, in order. */
  List<Word> values();

  /** {@code param = value}. */
  record Is(Word param, Word value) implements Condition {
    @Override
    public List<Word> values() {
      return List.of(value);
    }
  }

  /** {@code param != value}. */
  record IsNot(Word param, Word value) implements Condition {
    @Override
    public List<Word> values() {
      return List.of(value);
    }
  }

  /** {@code param in (a, b)}. */
  record IsIn(Word param, List<Word> values) implements Condition {}

  /** {@code param notin (a, b)}. */
  record IsNotIn(Word param, List<Word> values) implements Condition {}
}
