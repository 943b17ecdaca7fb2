package dev.zonec.grammar.tree;

import java.util.List;

/** The type of a parameter, as written. */
public sealed interface ParamTypeTree {
  /** Returns the name of the type, without its arguments. */
  Word name();

  /** {@code enum(a, b)}. */
  record Choice(Word name, List<Word> values) implements ParamTypeTree {}

  /** {@code cidr[]}. */
  record ListOf(Word name) implements ParamTypeTree {}

  /** {@code string}. */
  record Plain(Word name) implements ParamTypeTree {}
}
