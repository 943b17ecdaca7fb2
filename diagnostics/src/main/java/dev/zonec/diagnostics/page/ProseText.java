package dev.zonec.diagnostics.page;

import dev.zonec.diagnostics.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Renders the prose of a page for a terminal. It breaks paragraphs and list items anew, shows only
 * the text of links, and keeps lines that are indented by four columns, which show output.
 */
final class ProseText {
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");
  private static final String INDENT = "  ";
  private static final String OUTPUT = "    ";
  private static final String ITEM = "- ";

  private final int width;
  private final List<String> out = new ArrayList<>();
  private final List<String> paragraph = new ArrayList<>();

  private ProseText(int width) {
    this.width = width;
  }

  static List<String> of(List<String> lines, int width) {
    ProseText text = new ProseText(width);
    lines.forEach(text::add);
    text.endParagraph();
    return text.out;
  }

  private void add(String line) {
    boolean output = line.startsWith(OUTPUT);
    if (line.isEmpty() || output || line.startsWith(ITEM)) {
      endParagraph();
    }
    if (line.isEmpty() || output) {
      out.add(output ? INDENT + line : "");
    } else {
      paragraph.add(line.strip());
    }
  }

  private void endParagraph() {
    if (paragraph.isEmpty()) {
      return;
    }
    String text = LINK.matcher(String.join(" ", paragraph)).replaceAll("$1");
    paragraph.clear();
    boolean item = text.startsWith(ITEM);
    String rest = item ? INDENT + " ".repeat(ITEM.length()) : INDENT;
    List<String> lines =
        Prose.lines(item ? text.substring(ITEM.length()) : text, width - rest.length());
    for (int i = 0; i < lines.size(); i++) {
      out.add((i == 0 && item ? INDENT + ITEM : rest) + lines.get(i));
    }
  }
}
