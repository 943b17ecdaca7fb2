package dev.zonec.diagnostics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws diagnostics as text: severity and code, the place, the source lines with marks under the
 * user's own words, notes.
 *
 * <p>The place of the diagnostic is marked with {@code ^^^}, and the other places with {@code ---}.
 * {@code -->} names the file of the diagnostic, and {@code :::} every other file:
 *
 * <pre>
 * error[ZC0201]: `web` is declared twice
 *  --> b.zone:1:6
 *   |
 * 1 | zone web { pods app=web }
 *   |      ^^^ declared again here
 *   |
 *  ::: a.zone:3:6
 *   |
 * 3 | zone web { pods app=site }
 *   |      --- first declared here
 * </pre>
 */
public final class DiagnosticRenderer {
  /** The longest message that is printed whole, in chars. */
  private static final int LONGEST = 400;

  /** The longest word that is printed whole, in chars; a name may have a megabyte. */
  private static final int LONGEST_WORD = 200;

  private static final Pattern LONG_WORD =
      Pattern.compile("(\\S{" + (LONGEST_WORD - 40) + "})\\S{41,}");

  /** The margin of a diagnostic without a source line, in columns. */
  private static final int MARGIN = 2;

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
   * @param width the number of columns after which text continues on the next line, and a source
   *     line is cut; places are never broken
   */
  public DiagnosticRenderer(boolean color, int width) {
    this.color = color;
    this.width = width;
  }

  /** Renders a diagnostic as lines, each ended by LF. */
  public String render(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder();
    Paint paint = Paint.of(color, diagnostic.severity());
    String head = diagnostic.severity().word() + "[" + diagnostic.code() + "]";
    int indent = head.length() + 2;
    List<String> message = Prose.lines(shortened(diagnostic.message()), width - indent);
    out.append(paint.primary(head)).append(paint.bold(": " + message.getFirst())).append('\n');
    for (String line : message.subList(1, message.size())) {
      out.append(" ".repeat(indent)).append(paint.bold(line)).append('\n');
    }
    int margin = renderPlaces(out, diagnostic, paint);
    for (Note note : diagnostic.notes()) {
      renderNote(out, note, " ".repeat(margin), paint);
    }
    return out.toString();
  }

  /**
   * Returns {@code diagnostics} as a text without colors, with empty lines between them and one
   * line break at its end; an empty text if there are none.
   */
  public static String plain(List<Diagnostic> diagnostics) {
    return diagnostics.isEmpty()
        ? ""
        : new DiagnosticRenderer(false).render(diagnostics).strip() + "\n";
  }

  /** Renders all {@code diagnostics}, each followed by an empty line. */
  public String render(List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      out.append(render(diagnostic)).append('\n');
    }
    return out.toString();
  }

  /** Draws the snippet of each file, and returns the margin of the lines below. */
  private int renderPlaces(StringBuilder out, Diagnostic diagnostic, Paint paint) {
    List<Snippet> snippets = snippets(diagnostic);
    int numbers =
        snippets.stream().mapToInt(s -> Integer.toString(s.lastLine()).length()).max().orElse(0);
    String whole = whole(diagnostic.place());
    int margin = !whole.isEmpty() || numbers == 0 ? Math.max(MARGIN, numbers) : numbers;
    String left = " ".repeat(margin);
    String bar = left + paint.frame(" |") + "\n";
    String arrow = "-->";
    if (!whole.isEmpty()) {
      out.append(left).append(paint.frame(arrow)).append(' ').append(whole).append('\n');
      arrow = ":::";
    }
    for (Snippet snippet : snippets) {
      if (arrow.equals(":::")) {
        out.append(bar);
      }
      out.append(left).append(paint.frame(arrow)).append(' ').append(snippet.place()).append('\n');
      out.append(bar).append(snippet.rows(margin, width, paint));
      arrow = ":::";
    }
    return margin;
  }

  /** Returns the name of a place without a text that could be shown; empty if there is none. */
  private static String whole(Place place) {
    return switch (place) {
      case Place.InFile(String name) -> name;
      case Place.AtLine(String name, long line) -> name + ":" + line;
      case Place.At at -> "";
      case Place.Nowhere() -> "";
    };
  }

  /** A snippet for each file, that of the diagnostic's own place first. */
  private static List<Snippet> snippets(Diagnostic diagnostic) {
    Map<SourceText, List<Mark>> bySource = new LinkedHashMap<>();
    if (diagnostic.place() instanceof Place.At(Span span)) {
      add(bySource, Mark.of(span, true, shortened(diagnostic.label())), span.source());
    }
    for (LabelledSpan other : diagnostic.others()) {
      add(bySource, Mark.of(other.span(), false, shortened(other.label())), other.span().source());
    }
    return bySource.entrySet().stream()
        .map(each -> new Snippet(each.getKey(), each.getValue()))
        .toList();
  }

  /** A file that was read twice is one file if its text is the same. */
  private static void add(Map<SourceText, List<Mark>> bySource, Mark mark, SourceText source) {
    SourceText known =
        bySource.keySet().stream()
            .filter(other -> other.equals(source) || other.isSameText(source))
            .findFirst()
            .orElse(source);
    bySource.computeIfAbsent(known, s -> new ArrayList<>()).add(mark);
  }

  private void renderNote(StringBuilder out, Note note, String margin, Paint paint) {
    List<String> lines =
        Prose.lines(
            withShortWords(note.text()), width - margin.length() - note.kind().length() - 5);
    out.append(margin)
        .append(paint.frame(" ="))
        .append(paint.bold(" " + note.kind() + ":"))
        .append(' ')
        .append(TerminalText.printable(lines.getFirst()))
        .append('\n');
    for (String line : lines.subList(1, lines.size())) {
      out.append(margin).append("     ").append(TerminalText.printable(line)).append('\n');
    }
  }

  /** Shortens long words and a long message: a name may have a megabyte, a list any length. */
  private static String shortened(String text) {
    String whole = withShortWords(text);
    return TerminalText.printable(
        whole.length() > LONGEST ? whole.substring(0, LONGEST) + "…" : whole);
  }

  /** A quote that ends a long word still does. */
  private static String withShortWords(String text) {
    return text.length() <= LONGEST_WORD
        ? text
        : LONG_WORD
            .matcher(text)
            .replaceAll(word -> Matcher.quoteReplacement(word.group(1) + "…" + end(word.group())));
  }

  private static String end(String word) {
    return word.indexOf('`') >= 0 && word.endsWith("`") ? "`" : "";
  }
}
