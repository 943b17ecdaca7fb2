package dev.zonec.risk.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Describes a file that is damaged. */
final class DamagedText {
  /** The greatest size of a file whose text is shown, in bytes. */
  private static final int SHOWN = 4 << 20;

  /** The longest line that is shown, in characters. */
  private static final int LONGEST_LINE = 400;

  private DamagedText() {}

  /**
   * Returns the problem.
   *
   * @param line the line, counted from 1; 0 if it is not known
   * @param column the column, counted from 1
   */
  static Diagnostic problem(ReportSource file, String reason, int line, int column) {
    String message = "the report `" + file.name() + "` is damaged";
    return span(file, line, column)
        .map(span -> Diagnostic.error(Code.ZC1304, span, message).note(reason))
        .orElseGet(
            () ->
                Diagnostic.errorIn(
                        Code.ZC1304,
                        file.name(),
                        message + (line == 0 ? "" : " in line " + line + ", column " + column))
                    .note(reason))
        .note("nothing of this file is in the answer; all other files are")
        .help("write the report again");
  }

  private static Optional<Span> span(ReportSource file, int line, int column) {
    if (line == 0) {
      return Optional.empty();
    }
    try (InputStream in = file.open()) {
      byte[] bytes = in.readNBytes(SHOWN + 1);
      if (bytes.length > SHOWN) {
        return Optional.empty();
      }
      SourceText text = SourceText.decoded(file.name(), bytes);
      int start = 0;
      for (int i = 1; i < line; i++) {
        int next = text.content().indexOf('\n', start);
        if (next < 0) {
          break;
        }
        start = next + 1;
      }
      int end = text.content().indexOf('\n', start);
      end = end < 0 ? text.content().length() : end;
      int at = Math.min(end, start + Math.max(0, column - 1));
      return end - start > LONGEST_LINE
          ? Optional.empty()
          : Optional.of(new Span(text, at, Math.min(end, at + 1)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
