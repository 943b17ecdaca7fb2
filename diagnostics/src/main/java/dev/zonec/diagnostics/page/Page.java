package dev.zonec.diagnostics.page;

import java.util.List;

/**
 * The page of a code.
 *
 * @param heading the first line, without {@code #}
 * @param blocks the content below the heading, in order
 */
public record Page(String heading, List<Block> blocks) {
  /** Copies the blocks. */
  public Page {
    blocks = List.copyOf(blocks);
  }

  /** A block of a page. */
  public sealed interface Block {
    /** A heading inside the page. */
    record Section(String heading) implements Block {}

    /** Lines of prose as they are written, including empty ones. */
    record Prose(List<String> lines) implements Block {
      /** Copies the lines. */
      public Prose {
        lines = List.copyOf(lines);
      }
    }

    /** A sample that can be run. */
    record Code(Sample sample) implements Block {}
  }

  /** Returns the samples of the page. */
  public List<Sample> samples() {
    return blocks.stream()
        .filter(Block.Code.class::isInstance)
        .map(block -> ((Block.Code) block).sample())
        .toList();
  }

  /** Returns the headings inside the page. */
  public List<String> sections() {
    return blocks.stream()
        .filter(Block.Section.class::isInstance)
        .map(block -> ((Block.Section) block).heading())
        .toList();
  }
}
