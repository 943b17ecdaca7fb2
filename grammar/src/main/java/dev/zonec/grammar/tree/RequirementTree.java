package dev.zonec.grammar.tree;

import java.util.List;

/** A requirement of a selector. */
public sealed interface RequirementTree {
  /** Returns the label key. */
  Word key();

  /** {@code key}. */
  record Present(Word key) implements RequirementTree {}

  /** {@code !key}. */
  record Absent(Word key) implements RequirementTree {}

  /** {@code key=value}. */
  record Is(Word key, Word value) implements RequirementTree {}

  /** {@code key!=value}. */
  record IsNot(Word key, Word value) implements RequirementTree {}

  /** {@code key in (a, b)}. */
  record IsIn(Word key, List<Word> values) implements RequirementTree {}

  /** {@code key notin (a, b)}. */
  record IsNotIn(Word key, List<Word> values) implements RequirementTree {}
}
