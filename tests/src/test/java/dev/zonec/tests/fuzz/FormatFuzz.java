package dev.zonec.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.format.Formatted;
import dev.zonec.grammar.format.Formatting;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.SourceFile;
import dev.zonec.tests.format.SourceComments;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Formatting any text that parses keeps its tree and comments and is idempotent; other texts are
 * not changed.
 */
final class FormatFuzz {
  static Stream<String> texts() {
    return SpecTexts.ending(".zone", "spec/cases", "examples");
  }

  @MethodSource("texts")
  @ZoneWords
  @FuzzTest(maxDuration = "2m")
  void format(@NotNull String text) {
    Parsed<SourceFile> before = parsed(text);
    switch (Formatting.format(new SourceText("fuzz.zone", text))) {
      case Formatted.Malformed(var problems) -> {
        assertThat(problems).isNotEmpty();
        assertThat(before).isInstanceOf(Parsed.Malformed.class);
      }
      case Formatted.Text(String once) -> {
        assertThat(statements(parsed(once))).isEqualTo(statements(before));
        assertThat(SourceComments.in(once)).isEqualTo(SourceComments.in(text));
        assertThat(Formatting.format(new SourceText("once.zone", once)))
            .isEqualTo(new Formatted.Text(once));
      }
    }
  }

  private static Parsed<SourceFile> parsed(String text) {
    return ZoneParsing.source(new SourceText("fuzz.zone", text));
  }

  private static Object statements(Parsed<SourceFile> parsed) {
    assertThat(parsed).isInstanceOf(Parsed.Tree.class);
    return ((Parsed.Tree<SourceFile>) parsed).tree().statements();
  }
}
