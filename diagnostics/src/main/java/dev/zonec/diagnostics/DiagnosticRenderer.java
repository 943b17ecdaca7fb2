package dev.zonec.diagnostics;

import java.util.List;

/**
 * Renders diagnostics as text: severity and code, the place, the source line with a caret, and
 * notes.
 */
public final class DiagnosticRenderer {
  /** The longest part of a source line that is shown, in code points. */
  private static final int WINDOW = 90;

  /**
   * The least width of a label next to its caret, in columns; a label with less room moves to the
   * next line.
   */
  private static final int NARROWEST_LABEL = 40;

  /** The longest message that is printed completely, in chars. */
  private static final int LONGEST = 400;

  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[1;31m";
  private static final String YELLOW = "\u001b[1;33m";
  private static final String BLUE = "\u001b[1;34m";

  /** No limit to the length of a line. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private final boolean color;
  private final int width;

  /**
   * @param color whether to write ANSI escapes; the text is the same without them
   */
  public DiagnosticRenderer(boolean color) {
    this(color, UNLIMITED);
  }

  /**
   * @param color whether to write ANSI escapes; the text is the same without them
   * @param width the number of columns after which text continues on the next line; places and
   *     source lines are never broken
   */
  public DiagnosticRenderer(boolean color, int width) {
    this.color = color;
    this.width = width;
  }

  /** Renders a diagnostic as lines, each ended by LF. */
  public String render(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder();
    String tint = diagnostic.isError() ? RED : YELLOW;
    String head = diagnostic.severity().word() + "[" + diagnostic.code() + "]";
    int indent = head.length() + 2;
    List<String> message = Prose.lines(shortened(diagnostic.message()), width - indent);
    out.append(painted(tint, head)).append(painted(BOLD, ": " + message.getFirst())).append('\n');
    for (String line : message.subList(1, message.size())) {
      out.append(" ".repeat(indent)).append(painted(BOLD, line)).append('\n');
    }
    String margin = "  ";
    switch (diagnostic.place()) {
      case Place.At(Span span) -> margin = renderSource(out, span, diagnostic.label(), tint);
      case Place.InFile(String name) ->
          out.append("  ").append(painted(BLUE, "-->")).append(' ').append(name).append('\n');
      case Place.Nowhere() -> {}
    }
    for (Note note : diagnostic.notes()) {
      renderNote(out, note, margin);
    }
    return out.toString();
  }

  /** Renders all {@code diagnostics}, each followed by an empty line. */
  public String render(List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      out.append(render(diagnostic)).append('\n');
    }
    return out.toString();
  }

  private String renderSource(StringBuilder out, Span span, String label, String tint) {
    SourceText source = span.source();
    int line = span.line();
    String number = Integer.toString(line);
    String margin = " ".repeat(number.length());
    Excerpt excerpt = Excerpt.of(source, span);
    out.append(margin).append(painted(BLUE, "-->")).append(' ').append(span).append('\n');
    out.append(margin).append(painted(BLUE, " |")).append('\n');
    out.append(painted(BLUE, number + " |"));
    if (!excerpt.text().isEmpty()) {
      out.append(' ').append(excerpt.text());
    }
    out.append('\n');
    out.append(margin).append(painted(BLUE, " |")).append(' ').append(" ".repeat(excerpt.caret()));
    out.append(painted(tint, "^".repeat(excerpt.width())));
    if (!label.isEmpty()) {
      renderLabel(out, shortened(label), margin, excerpt, tint);
    }
    out.append('\n');
    return margin;
  }

  /** Appends the label after the caret, or below it if the rest of the line is too narrow. */
  private void renderLabel(
      StringBuilder out, String label, String margin, Excerpt excerpt, String tint) {
    int after = excerpt.caret() + excerpt.width() + 1;
    int room = width - margin.length() - 3;
    boolean beside = label.length() <= room - after || room - after >= NARROWEST_LABEL;
    int indent = beside ? after : Math.max(0, Math.min(excerpt.caret(), room - NARROWEST_LABEL));
    List<String> lines = Prose.lines(label, room - indent);
    if (beside) {
      out.append(painted(tint, " " + lines.getFirst()));
    }
    for (String line : lines.subList(beside ? 1 : 0, lines.size())) {
      out.append('\n').append(margin).append(painted(BLUE, " |")).append(' ');
      out.append(" ".repeat(indent)).append(painted(tint, line));
    }
  }

  private void renderNote(StringBuilder out, Note note, String margin) {
    List<String> lines =
        Prose.lines(note.text(), width - margin.length() - note.kind().length() - 5);
    out.append(margin)
        .append(painted(BLUE, " ="))
        .append(painted(BOLD, " " + note.kind() + ":"))
        .append(' ')
        .append(printable(lines.getFirst()))
        .append('\n');
    for (String line : lines.subList(1, lines.size())) {
      out.append(margin).append("     ").append(printable(line)).append('\n');
    }
  }

  private String painted(String paint, String text) {
    return color ? paint + text + RESET : text;
  }

  /** Shortens a long message, because it may quote a word of several megabytes. */
  private static String shortened(String text) {
    return printable(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
  }

  /**
   * Replaces control and bidirectional characters, with which an input could rewrite the terminal.
   */
  static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean hidden =
                  type == Character.CONTROL
                      || type == Character.FORMAT
                      || type == Character.SURROGATE
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR;
              if (c == '\t') {
                out.append("    ");
              } else if (hidden) {
                out.append('\ufffd');
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** The part of a source line that is shown, and the position and width of the caret below it. */
  private record Excerpt(String text, int caret, int width) {
    static Excerpt of(SourceText source, Span span) {
      int line = span.line();
      String full = source.line(line);
      int from = Math.min(span.start() - source.startOfLine(line), full.length());
      int to = Math.max(from, Math.min(span.end() - source.startOfLine(line), full.length()));
      int first = 0;
      int last = full.length();
      if (full.length() > WINDOW) {
        first = Math.max(0, Math.min(from - WINDOW / 3, full.length() - WINDOW));
        last = Math.min(full.length(), first + WINDOW);
      }
      String before = (first > 0 ? "…" : "") + printable(full.substring(first, from));
      String marked = printable(full.substring(from, Math.min(to, last)));
      String after =
          printable(full.substring(Math.min(to, last), last)) + (last < full.length() ? "…" : "");
      int width = Math.max(1, marked.codePointCount(0, marked.length()));
      return new Excerpt(
          (before + marked + after).stripTrailing(),
          before.codePointCount(0, before.length()),
          width);
    }
  }
}
