package dev.zonec.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.print.TreePrinter;
import dev.zonec.grammar.tree.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text is accepted as a program, or rejected with problems that have places. */
final class ProgramFuzz {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  static Stream<String> texts() {
    return SpecTexts.ending(".zone", "spec/cases", "examples");
  }

  @MethodSource("texts")
  @ZoneWords
  @FuzzTest(maxDuration = "2m")
  void program(@NotNull String text) {
    switch (ZoneParsing.source(new SourceText("fuzz.zone", text))) {
      case Parsed.Malformed<SourceFile>(var problems) -> assertThat(problems).isNotEmpty();
      case Parsed.Tree<SourceFile>(SourceFile tree) -> {
        String printed = TreePrinter.print(tree);
        Parsed<SourceFile> again = ZoneParsing.source(new SourceText("printed.zone", printed));
        assertThat(again).as(printed).isInstanceOf(Parsed.Tree.class);
        assertThat(TreePrinter.print(((Parsed.Tree<SourceFile>) again).tree())).isEqualTo(printed);
      }
    }
    ProgramSources sources = ProgramSources.of(List.of(Source.of("fuzz.zone", text)));
    switch (Compiler.compile(sources, new CompileOptions(DAY, List.of()))) {
      case Compilation.Rejected(var problems) -> assertThat(problems).isNotEmpty();
      case Compilation.Compiled compiled -> assertThat(compiled.program().module()).isNotEmpty();
    }
  }
}
