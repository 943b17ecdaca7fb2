package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into documents, at document markers and between consecutive JSON objects, so that
 * an invalid document does not affect the following ones. No YAML token contains a line that begins
 * with a marker, so splitting is safe. It needs one pass.
 */
final class DocumentTexts {
  /**
   * The characters from {@code start} to {@code end}.
   *
   * @param before the start of the object that precedes this one without a marker between them; the
   *     same as {@code start} if a marker precedes this one, or nothing
   */
  record Stretch(int start, int end, int before) {
    /** Creates a stretch with a marker before it. */
    Stretch(int start, int end) {
      this(start, end, start);
    }

    boolean isSeparated() {
      return before == start;
    }
  }

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final String text;
  private final boolean carriageReturns;
  private final List<Stretch> stretches = new ArrayList<>();
  private final JsonDepth json = new JsonDepth();

  private DocumentTexts(String text) {
    this.text = text;
    this.carriageReturns = text.indexOf('\r') >= 0;
  }

  static List<Stretch> of(SourceText source) {
    DocumentTexts texts = new DocumentTexts(source.content());
    texts.cut();
    return texts.stretches;
  }

  private void cut() {
    int start = 0;
    int before = 0;
    // Whether there are only comments and directives since the start of the part.
    boolean blank = true;
    boolean fresh = true;
    for (int line = 0, end; line < text.length(); line = end) {
      end = nextLine(line);
      // A byte order mark can precede a document if files were concatenated.
      int first = text.charAt(line) == BYTE_ORDER_MARK ? line + 1 : line;
      boolean marker = isMarker(first);
      if (!blank && (marker || (json.isComplete() && isAt('{', first)))) {
        stretches.add(new Stretch(start, line, before));
        before = marker ? first : start;
        start = first;
        fresh = true;
        json.stop();
      } else if (blank && first > line) {
        before = first;
        start = first;
      }
      if (fresh && isAt('{', first)) {
        json.begin();
      }
      json.read(text, first, end);
      fresh = fresh && (marker || isPreamble(first));
      blank = blank && isPreamble(first);
    }
    stretches.add(new Stretch(start, text.length(), before));
  }

  private boolean isAt(char wanted, int offset) {
    return offset < text.length() && text.charAt(offset) == wanted;
  }

  private boolean isMarker(int line) {
    return text.startsWith("---", line)
        && (line + 3 == text.length() || " \t\r\n".indexOf(text.charAt(line + 3)) >= 0);
  }

  /** Whether a line can precede the marker of its document. */
  private boolean isPreamble(int line) {
    return line == text.length() || "%#\r\n".indexOf(text.charAt(line)) >= 0;
  }

  private int nextLine(int line) {
    if (!carriageReturns) {
      int feed = text.indexOf('\n', line);
      return feed < 0 ? text.length() : feed + 1;
    }
    int next = line;
    while (next < text.length() && text.charAt(next) != '\n' && text.charAt(next) != '\r') {
      next++;
    }
    return Math.min(next + 1, text.length());
  }
}
