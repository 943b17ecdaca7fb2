package dev.zonec.tests.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Diagnostic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * The output depends on the content of a program, and not on the order of its sources and
 * statements.
 */
final class CompileDeterminismProperty {
  private static final CompileOptions OPTIONS =
      new CompileOptions(LocalDate.of(2026, 1, 1), List.of());

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void theOrderOfSourcesDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    List<Source> sources = distributed(new RandomProgram(seed), random);
    Compilation.Compiled compiled = compile(sources);
    List<Source> shuffled = new ArrayList<>(sources);
    Collections.shuffle(shuffled, random);
    Compilation.Compiled again = compile(shuffled);
    assertThat(again.policies()).as(() -> told(sources)).isEqualTo(compiled.policies());
    assertThat(again.stream()).isEqualTo(compiled.stream());
    assertThat(warnings(again))
        .as(() -> told(sources))
        .containsExactlyInAnyOrderElementsOf(warnings(compiled));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void theOrderOfStatementsDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> statements = new ArrayList<>(new RandomProgram(seed).statements());
    String first = RandomProgram.source(statements);
    Collections.shuffle(statements, random);
    String second = RandomProgram.source(statements);
    assertThat(compile(List.of(Source.of("a.zone", second))).stream())
        .as(() -> first + "\nand\n" + second)
        .isEqualTo(compile(List.of(Source.of("a.zone", first))).stream());
  }

  @Property(tries = 66, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void theSourceOfAStatementDoesNotMatter(@ForAll long seed) {
    RandomProgram program = new RandomProgram(seed);
    List<Source> several = distributed(program, new Random(seed));
    assertThat(withoutSources(compile(several)))
        .as(() -> told(several))
        .isEqualTo(withoutSources(compile(List.of(Source.of("a.zone", program.text())))));
  }

  @Property(tries = 66, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void compilationIsRepeatable(@ForAll long seed) {
    List<Source> sources = distributed(new RandomProgram(seed), new Random(seed));
    List<Source> copies =
        sources.stream().map(s -> Source.of(s.path(), s.text().content())).toList();
    Compilation.Compiled first = compile(sources);
    Compilation.Compiled second = compile(copies);
    assertThat(second.stream()).isEqualTo(first.stream());
    assertThat(warnings(second)).isEqualTo(warnings(first));
  }

  /** Returns the statements in their order, divided among one to four sources. */
  private static List<Source> distributed(RandomProgram program, Random random) {
    int count = 1 + random.nextInt(4);
    List<List<String>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new ArrayList<>());
    }
    program.statements().forEach(each -> parts.get(random.nextInt(count)).add(each));
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sources.add(Source.of("part" + i + ".zone", RandomProgram.source(parts.get(i))));
    }
    return sources;
  }

  private static Compilation.Compiled compile(List<Source> sources) {
    return switch (Compiler.compile(ProgramSources.of(sources), OPTIONS)) {
      case Compilation.Compiled compiled -> compiled;
      case Compilation.Rejected(List<Diagnostic> problems) ->
          throw new AssertionError(problems + "\nin\n" + told(sources));
    };
  }

  private static List<String> warnings(Compilation.Compiled compiled) {
    return compiled.warnings().stream().map(w -> w.code() + " " + w.message()).toList();
  }

  private static String withoutSources(Compilation.Compiled compiled) {
    return compiled.stream()
        .lines()
        .filter(line -> !line.strip().startsWith("zonec.dev/source:"))
        .collect(Collectors.joining("\n"));
  }

  private static String told(List<Source> sources) {
    return sources.stream()
        .map(source -> "# " + source.path() + "\n" + source.text().content())
        .collect(Collectors.joining("\n"));
  }
}
