package dev.zonec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticRenderer;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedNotesTest {
  private static final String LONG =
      "write the zones where they are used, `allow {a, b} -> c`, or put them into one zone, which"
          + " stands around them: `zone a in NAME { … }`";
  private static final Diagnostic PROBLEM =
      Diagnostic.error(Code.ZC0004, "there are no groups of zones; " + LONG)
          .help(LONG)
          .with(new Note("path", "db\n  " + "x ".repeat(80).strip()));

  @Test
  void messagesHelpsAndPathsEndAtTheWidth() {
    for (int width = 50; width < 160; width++) {
      int limit = width;
      String text = new DiagnosticRenderer(false, width).render(PROBLEM);
      assertThat(text.lines()).allMatch(line -> line.length() <= limit);
      assertThat(text).contains("`allow {a, b} -> c`", "`zone a in NAME { … }`");
      assertThat(text.replaceAll("\\s+", " ")).contains(LONG, "x ".repeat(80).strip());
    }
  }

  @Test
  void aLongWordIsShortenedInMessagesLabelsAndNotes() {
    String word = "a".repeat(1_000_000);
    SourceText source = new SourceText("a.zone", "allow b -> c\n");
    String text =
        new DiagnosticRenderer(false)
            .render(
                Diagnostic.error(Code.ZC0203, new Span(source, 0, 5), "unknown `" + word + "` here")
                    .labelled("no `" + word + "` there")
                    .note("`" + word + "` is unknown")
                    .help("declare `" + word + "`"));
    assertThat(text).hasSizeLessThan(2_000).contains("…` here", "…` there", "…` is unknown");
    assertThat(new DiagnosticRenderer(false).render(Diagnostic.error(Code.ZC0203, "b".repeat(200))))
        .contains("b".repeat(200));
  }

  @Test
  void theRestOfAnIndentedLineStandsDeeper() {
    assertThat(new DiagnosticRenderer(false, 60).render(PROBLEM))
        .contains("\n         x x x", "\n           x x x");
  }

  @Test
  void labelsEndAtTheWidthBesideOrBelowTheirCaret() {
    SourceText source =
        new SourceText("a.zone", "allow aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa -> b\n");
    for (int width = 60; width < 160; width++) {
      int limit = width;
      for (Span span : List.of(new Span(source, 0, 5), new Span(source, 46, 47))) {
        String text =
            new DiagnosticRenderer(false, width)
                .render(Diagnostic.error(Code.ZC0004, span, "no").labelled(LONG));
        assertThat(text.lines()).allMatch(line -> line.length() <= limit);
        assertThat(text.replaceAll("[\\s|]+", " ")).contains(LONG);
      }
    }
  }

  @Test
  void withoutAWidthEveryNoteIsOneLine() {
    assertThat(new DiagnosticRenderer(false).render(PROBLEM)).contains(LONG);
  }
}
