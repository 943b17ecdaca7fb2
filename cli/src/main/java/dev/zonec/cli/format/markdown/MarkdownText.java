package dev.zonec.cli.format.markdown;

import dev.zonec.cli.format.CleanText;

/** Text from inputs inside of Markdown. */
final class MarkdownText {
  private MarkdownText() {}

  /** Returns {@code text} as it is on one line of HTML, without Markdown or tags of its own. */
  static String plain(String text) {
    StringBuilder out = new StringBuilder();
    CleanText.line(text)
        .codePoints()
        .forEach(
            c -> {
              if (c == '&') {
                out.append("&amp;");
              } else if (c == '<') {
                out.append("&lt;");
              } else if (c == '>') {
                out.append("&gt;");
              } else if ("`*_[]()|~#@\\!:{}".indexOf(c) >= 0) {
                // A reference to the character is neither Markdown nor a mention nor a link.
                out.append("&#").append(c).append(';');
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** Returns {@code text} as preformatted lines, indented so that no line can end the block. */
  static String block(String text) {
    return CleanText.lines(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        // An empty line would end the HTML block, and make what follows Markdown.
        .replaceAll("(?m)^[ \\t]*$", "&#8203;");
  }
}
