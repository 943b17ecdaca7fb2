package dev.zonec.diagnostics.page;

import java.util.List;

/**
 * A page about a code.
 *
 * @param heading its first line, without the sign
 * @param blocks what stands below, in order
 */
public record Page(String heading, List<Block> blocks) {
  /** Copies the blocks. */
  public Page {
    blocks = List.copyOf(blocks);
  }

  /** A piece of a page. */
  public sealed interface Block {
    /** A heading inside the page. */
    record Section(String heading) implements Block {}

    /** Lines of prose as they are written, empty ones among them. */
    record Prose(List<String> lines) implements Block {
      /** Copies the lines. */
      public Prose {
        lines = List.copyOf(lines);
      }
    }

    /** Text that can be run. */
    record Code(Sample sample) implements Block {}
  }

  /** Its samples. */
  public List<Sample> samples() {
    return blocks.stream()
        .filter(Block.Code.class::isInstance)
        .map(block -> ((Block.Code) block).sample())
        .toList();
  }

  /** The headings inside it. */
  public List<String> sections() {
    return blocks.stream()
        .filter(Block.Section.class::isInstance)
        .map(block -> ((Block.Section) block).heading())
        .toList();
  }
}
