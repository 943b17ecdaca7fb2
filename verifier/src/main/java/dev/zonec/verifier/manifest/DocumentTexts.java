package dev.zonec.verifier.manifest;

import dev.zonec.diagnostics.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text at its document markers, so that a document that is not YAML does not hide those
 * after it. No YAML token has a line that begins with a marker inside, so the cuts are safe.
 */
final class DocumentTexts {
  /** The characters from {@code start} to {@code end}. */
  record Stretch(int start, int end) {}

  private DocumentTexts() {}

  static List<Stretch> of(SourceText source) {
    String text = source.content();
    List<Stretch> stretches = new ArrayList<>();
    int start = 0;
    boolean blank = true;
    int line = 0;
    while (line < text.length()) {
      if (!blank && isMarker(text, line)) {
        stretches.add(new Stretch(start, line));
        start = line;
      }
      blank = blank && isPreamble(text, line);
      line = nextLine(text, line);
    }
    stretches.add(new Stretch(start, text.length()));
    return stretches;
  }

  private static boolean isMarker(String text, int line) {
    return text.startsWith("---", line)
        && (line + 3 == text.length() || " \t\r\n".indexOf(text.charAt(line + 3)) >= 0);
  }

  /** Whether a line may stand before the marker of the document that it belongs to. */
  private static boolean isPreamble(String text, int line) {
    return "%#\r\n".indexOf(text.charAt(line)) >= 0;
  }

  private static int nextLine(String text, int line) {
    int next = line;
    while (next < text.length() && text.charAt(next) != '\n' && text.charAt(next) != '\r') {
      next++;
    }
    return Math.min(next + 1, text.length());
  }
}
