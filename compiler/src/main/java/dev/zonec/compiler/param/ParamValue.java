package dev.zonec.compiler.param;

import dev.zonec.grammar.tree.Word;
import java.util.List;

/** What a parameter stands for. */
public sealed interface ParamValue {
  /** Some text, which becomes part of a word. */
  record Text(String text) implements ParamValue {}

  /** Address blocks, where they are given. */
  record Blocks(List<Word> blocks) implements ParamValue {
    /** Copies the blocks. */
    public Blocks {
      blocks = List.copyOf(blocks);
    }
  }
}
