package dev.zonec.diagnostics.page;

import dev.zonec.diagnostics.page.Page.Block;
import java.util.List;

/** Pages as text for a terminal of 100 columns. */
public final class PageText {
  private PageText() {}

  /** The page as lines, each ended by LF. */
  public static String of(Page page) {
    StringBuilder text = new StringBuilder(page.heading()).append('\n');
    for (Block block : page.blocks()) {
      text.append('\n');
      switch (block) {
        case Block.Section(String heading) ->
            text.append(heading.toUpperCase(java.util.Locale.ROOT)).append('\n');
        case Block.Prose(List<String> lines) ->
            lines.forEach(line -> text.append(line.isEmpty() ? "" : "  " + line).append('\n'));
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
