package dev.zonec.diagnostics.page;

import dev.zonec.diagnostics.page.Page.Block;
import java.util.List;
import java.util.Locale;

/** Renders pages as text for a terminal. */
public final class PageText {
  private PageText() {}

  /**
   * Returns the page as lines, each ended by LF. Prose is broken at {@code width} columns if its
   * words allow it; samples are kept as they are written.
   */
  public static String of(Page page, int width) {
    StringBuilder text = new StringBuilder(page.heading()).append('\n');
    for (Block block : page.blocks()) {
      text.append('\n');
      switch (block) {
        case Block.Section(String heading) ->
            text.append(heading.toUpperCase(Locale.ROOT)).append('\n');
        case Block.Prose(List<String> lines) ->
            ProseText.of(lines, width).forEach(line -> text.append(line).append('\n'));
        case Block.Code(Sample sample) -> addSample(sample, text);
      }
    }
    return text.toString();
  }

  private static void addSample(Sample sample, StringBuilder text) {
    if (!sample.file().isEmpty()) {
      text.append("  ").append(sample.file()).append(":\n\n");
    }
    for (String line : sample.text().stripTrailing().split("\n", -1)) {
      text.append(line.isEmpty() ? "" : "      " + line).append('\n');
    }
  }
}
