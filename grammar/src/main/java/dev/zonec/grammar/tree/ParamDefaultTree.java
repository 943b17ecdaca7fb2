package dev.zonec.grammar.tree;

import java.util.List;

/** The default of a parameter. */
public sealed interface ParamDefaultTree {
  /** There is no default. */
  record None() implements ParamDefaultTree {}

  /** {@code = a}. */
  record One(Word value) implements ParamDefaultTree {}

  /** {@code = [a, b]}. */
  record Listed(List<Word> values, NodeSpan nodeSpan) implements ParamDefaultTree {}
}
