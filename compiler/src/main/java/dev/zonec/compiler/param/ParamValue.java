package dev.zonec.compiler.param;

import dev.zonec.grammar.tree.Word;
import java.util.List;

/** The value of a parameter. */
public sealed interface ParamValue {
  /** A text that is inserted into a word. */
  record Text(String text) implements ParamValue {}

  /** Address blocks, with the span of each. */
  record Blocks(List<Word> blocks) implements ParamValue {
    /** Copies the blocks. */
    public Blocks {
      blocks = List.copyOf(blocks);
    }
  }
}
