package dev.zonec.diagnostics;

import java.util.List;

/**
 * Draws diagnostics as text: severity and code, the place, the source line, a caret under the
 * user's own words, notes.
 */
public final class DiagnosticRenderer {
  /** The longest stretch of a source line that is shown, in code points. */
  private static final int WINDOW = 90;

  /** The longest message that is printed whole, in chars. */
  private static final int LONGEST = 400;

  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[1;31m";
  private static final String YELLOW = "\u001b[1;33m";
  private static final String BLUE = "\u001b[1;34m";

  /** No line is too long. */
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
   * @param width after how many columns notes and helps go on in the next line; places, lines of
   *     sources and paths stay whole
   */
  public DiagnosticRenderer(boolean color, int width) {
    this.color = color;
    this.width = width;
  }

  /** The diagnostic as lines, each ended by LF. */
  public String render(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder();
    String tint = diagnostic.isError() ? RED : YELLOW;
    out.append(painted(tint, diagnostic.severity().word() + "[" + diagnostic.code() + "]"))
        .append(painted(BOLD, ": " + shortened(diagnostic.message())))
        .append('\n');
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

  /** All of {@code diagnostics}, an empty line after each. */
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
      out.append(painted(tint, " " + shortened(label)));
    }
    out.append('\n');
    return margin;
  }

  private void renderNote(StringBuilder out, Note note, String margin) {
    List<String> lines = lines(note, width - margin.length() - note.kind().length() - 5);
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

  /** Only what is told in sentences goes on in another line: paths have a shape of their own. */
  private static List<String> lines(Note note, int width) {
    List<String> lines = List.of(note.text().split("\n", -1));
    boolean prose = note.kind().equals("note") || note.kind().equals("help");
    return prose && width < UNLIMITED / 2
        ? lines.stream().flatMap(line -> Prose.lines(line, Math.max(20, width)).stream()).toList()
        : lines;
  }

  private String painted(String paint, String text) {
    return color ? paint + text + RESET : text;
  }

  /** A message may quote a word of megabytes. */
  private static String shortened(String text) {
    return printable(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
  }

  /** Control and bidirectional characters would let an input rewrite the terminal. */
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

  /** The part of a source line that is shown, and where the caret goes under it. */
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
