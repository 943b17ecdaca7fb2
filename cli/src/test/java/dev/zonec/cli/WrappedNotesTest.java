package dev.zonec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticRenderer;
import dev.zonec.diagnostics.Note;
import org.junit.jupiter.api.Test;

class WrappedNotesTest {
  private static final String LONG =
      "write the zones where they are used, `allow {a, b} -> c`, or put them into one zone, which"
          + " stands around them: `zone a in NAME { … }`";
  private static final Diagnostic PROBLEM =
      Diagnostic.error(Code.ZC0004, "there are no groups of zones")
          .help(LONG)
          .with(new Note("path", "x ".repeat(80).strip()));

  @Test
  void helpsEndAtTheWidthAndPathsStayWhole() {
    for (int width = 50; width < 160; width++) {
      int limit = width;
      String text = new DiagnosticRenderer(false, width).render(PROBLEM);
      assertThat(text.lines().filter(line -> !line.contains("path:")))
          .allMatch(line -> line.length() <= limit);
      assertThat(text)
          .contains("x ".repeat(80).strip(), "`allow {a, b} -> c`", "`zone a in NAME { … }`");
      assertThat(text.replaceAll("\\s+", " ")).contains(LONG);
    }
  }

  @Test
  void withoutAWidthEveryNoteIsOneLine() {
    assertThat(new DiagnosticRenderer(false).render(PROBLEM)).contains(LONG);
  }
}
