package dev.zonec.grammar.tree;

import java.util.List;

/** What a parameter is where nobody gives a value. */
public sealed interface ParamDefaultTree {
  /** Nothing is written. */
  record None() implements ParamDefaultTree {}

  /** {@code = a}. */
  record One(Word value) implements ParamDefaultTree {}

  /** {@code = [a, b]}. */
  record Listed(List<Word> values, NodeSpan nodeSpan) implements ParamDefaultTree {}
}
