package dev.zonec.tests.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Imports and parameters have the same meaning as a program that is written without them. */
final class ModularProperty {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void aVariantEqualsTheProgramWrittenByHand(@ForAll long seed) {
    ModularProgram program = new ModularProgram(seed);
    String text = RandomProgram.source(program.statements());
    for (String value : ModularProgram.VALUES) {
      String byHand = RandomProgram.source(program.byHand(value));
      assertThat(withoutLines(compile(List.of(Source.of("a.zone", text)), value)))
          .as(() -> "env=" + value + "\n" + text + "\nand\n" + byHand)
          .isEqualTo(withoutLines(compile(List.of(Source.of("a.zone", byHand)), "")));
    }
  }

  @Property(tries = 66, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void theOrderOfStatementsDoesNotMatter(@ForAll long seed) {
    List<String> statements = new ArrayList<>(new ModularProgram(seed).statements());
    String value = ModularProgram.VALUES.get(Math.floorMod(seed, ModularProgram.VALUES.size()));
    String first = RandomProgram.source(statements);
    Collections.shuffle(statements, new Random(seed));
    int half = statements.size() / 2;
    List<Source> sources =
        List.of(
            Source.of("a.zone", RandomProgram.source(statements.subList(0, half))),
            Source.of("b.zone", RandomProgram.source(statements.subList(half, statements.size()))));
    assertThat(withoutLines(compile(sources, value)))
        .as(first)
        .isEqualTo(withoutLines(compile(List.of(Source.of("a.zone", first)), value)));
  }

  /** Without a default value, all values are loaded. */
  @Property(tries = 33, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void everyValueIsLoaded(@ForAll long seed) {
    List<String> statements = new ModularProgram(seed).statements();
    boolean used = statements.stream().anyMatch(statement -> statement.startsWith("when "));
    Loading loading =
        Compiler.load(
            ProgramSources.of(List.of(Source.of("a.zone", RandomProgram.source(statements)))),
            new CompileOptions(DAY, List.of()));
    assertThat(((Loading.Loaded) loading).variants()).hasSize(used ? 3 : 1);
  }

  @Property(tries = 66, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void importedNamesEqualDeclaredOnes(@ForAll long seed) throws IOException {
    List<String> statements = new RandomProgram(seed).statements();
    List<String> base = new ArrayList<>();
    List<String> own = new ArrayList<>(List.of("import \"base.zone\" as base"));
    for (String statement : statements) {
      boolean moved = statement.lines().anyMatch(l -> l.matches("(external|service) .*"));
      (moved ? base : own).add(moved ? statement : qualified(statement));
    }
    Path folder = Files.createTempDirectory("zonec-imports");
    Path file = folder.resolve("base.zone");
    try {
      Files.writeString(file, "module base\n\n" + String.join("\n\n", base) + "\n");
      String text = RandomProgram.source(own);
      Path main = folder.toRealPath().resolve("a.zone");
      Source source =
          new Source(new SourceText("a.zone", text), "a.zone", new Source.Location.OnDisk(main));
      String here = RandomProgram.source(statements);
      assertThat(withoutLines(compile(List.of(source), "")))
          .as(() -> text + "\nand\n" + here)
          .isEqualTo(withoutLines(compile(List.of(Source.of("a.zone", here)), "")));
    } finally {
      Files.delete(file);
      Files.delete(folder);
    }
  }

  private static String qualified(String statement) {
    return statement
        .lines()
        .map(
            line ->
                line.startsWith("allow ")
                    ? line.replaceAll(
                        "\\b(office|legacy|neighbours|http|mixed|named)\\b", "base.$1")
                    : line)
        .collect(Collectors.joining("\n"));
  }

  private static Compilation.Compiled compile(List<Source> sources, String value) {
    GivenParams given =
        value.isEmpty()
            ? GivenParams.NONE
            : GivenParams.ofOptions(new TreeMap<>(Map.of("env", value)));
    CompileOptions options = new CompileOptions(DAY, List.of(), given);
    return switch (Compiler.compile(ProgramSources.of(sources), options)) {
      case Compilation.Compiled compiled -> compiled;
      case Compilation.Rejected(List<Diagnostic> problems) -> throw new AssertionError(problems);
    };
  }

  /** Returns the policies without their sources and without the values in their comments. */
  private static String withoutLines(Compilation.Compiled compiled) {
    return compiled.stream()
        .lines()
        .filter(line -> !line.strip().startsWith("zonec.dev/source:"))
        .map(line -> line.replaceFirst("^(# Generated by .*) with [^;]*;", "$1;"))
        .collect(Collectors.joining("\n"));
  }
}
