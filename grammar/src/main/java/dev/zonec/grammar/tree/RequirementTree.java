package dev.zonec.grammar.tree;

import java.util.List;

/** One condition of a selector. */
public sealed interface RequirementTree {
  /** The label key. */
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
