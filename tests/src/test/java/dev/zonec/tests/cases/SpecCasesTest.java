package dev.zonec.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.lint.Deployed;
import dev.zonec.compiler.lint.LintOptions;
import dev.zonec.compiler.lint.Linting;
import dev.zonec.compiler.source.ImportScope;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticRenderer;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.print.TreePrinter;
import dev.zonec.grammar.tree.SourceFile;
import dev.zonec.model.endpoint.Namespace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file under {@code spec/cases} is a case. {@code accept/x.zone} compiles to {@code x.yaml}
 * and has no finding of lint; {@code warn/x.zone} compiles with the warnings {@code x.warnings};
 * {@code reject/x.zone} is rejected with the errors {@code x.out}. Sources that cases import are in
 * folders whose names end in {@code .d}. A line {@code # with -p a=b} sets a parameter, {@code #
 * with --params x.d/file.yaml} reads parameters from a file, and {@code # with --allow-outside}
 * permits imports from outside the case's folder. {@code -Dzonec.rewrite=true} rewrites the
 * expectations.
 */
final class SpecCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("zonec.root", ".."), "spec", "cases");
  private static final boolean REWRITE = Boolean.getBoolean("zonec.rewrite");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  /** The namespaces that count as declared in the cases. */
  private static final List<Namespace> CATALOG =
      List.of(
          Namespace.declared("vault", Map.of("bank.io/zone", "pci")),
          Namespace.declared("ledger", Map.of("bank.io/zone", "pci", "env", "prod")),
          Namespace.declared("shop", Map.of("env", "prod")));

  /** Codes of the compiler that a single source cannot cause. */
  private static final Set<Code> ELSEWHERE =
      EnumSet.of(
          Code.ZC0001,
          Code.ZC0226,
          Code.ZC0412,
          Code.ZC0002,
          Code.ZC0006,
          Code.ZC0102,
          Code.ZC0103,
          Code.ZC0404,
          Code.ZC0410,
          Code.ZC0411,
          // Only verdicts cause these.
          Code.ZC2009,
          Code.ZC2010);

  private static List<Path> cases(String kind) throws IOException {
    try (Stream<Path> files = Files.walk(CASES.resolve(kind))) {
      return files
          .filter(f -> f.toString().endsWith(".zone") && !f.toString().contains(".d/"))
          .sorted()
          .toList();
    }
  }

  private static String nameOf(Path file) {
    return CASES.relativize(file).toString().replace('\\', '/');
  }

  private static Compilation compile(Path file) throws IOException {
    return compile(file, Files.readString(file));
  }

  private static Compilation compile(Path file, String content) throws IOException {
    return Compiler.compile(
        sources(file, content),
        new CompileOptions(DAY, CATALOG, CaseOptions.of(file, content).params()));
  }

  private static ProgramSources sources(Path file, String content) throws IOException {
    Path real = file.toRealPath();
    String name = nameOf(file);
    Source source =
        new Source(new SourceText(name, content), name, new Source.Location.OnDisk(real));
    CaseOptions options = CaseOptions.of(file, content);
    ImportScope scope =
        options.allowOutside()
            ? new ImportScope.Anywhere()
            : new ImportScope.Below(real.getParent(), nameOf(file.getParent()));
    return new ProgramSources(List.of(source), options.problems(), scope);
  }

  private static void expect(Path file, String actual) throws IOException {
    if (REWRITE) {
      if (actual.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.writeString(file, actual);
      }
      return;
    }
    String expected = Files.exists(file) ? Files.readString(file) : "";
    assertThat(actual).as("%s", file).isEqualTo(expected);
  }

  private static Path beside(Path file, String suffix) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - ".zone".length()) + suffix);
  }

  @Test
  void thereAreCases() throws IOException {
    assertThat(cases("accept")).hasSizeGreaterThan(45);
    assertThat(cases("reject")).hasSizeGreaterThan(70);
  }

  @TestFactory
  Stream<DynamicTest> accepted() throws IOException {
    return cases("accept").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(CASES.relativize(file).toString(), () -> accepted(file)));
  }

  @TestFactory
  Stream<DynamicTest> acceptedWithWarnings() throws IOException {
    return cases("warn").stream()
        .map(
            file -> DynamicTest.dynamicTest(CASES.relativize(file).toString(), () -> warned(file)));
  }

  private static void accepted(Path file) throws IOException {
    assertThat(compiled(file).warnings()).isEmpty();
    String content = Files.readString(file);
    LintOptions options =
        new LintOptions(
            DAY,
            CaseOptions.of(file, content).params(),
            new Deployed.Unknown(),
            Set.of(),
            Set.of());
    assertThat(Linting.lint(sources(file, content), options).diagnostics()).isEmpty();
  }

  private static void warned(Path file) throws IOException {
    List<Diagnostic> warnings = compiled(file).warnings();
    assertThat(warnings).isNotEmpty();
    expect(beside(file, ".warnings"), new DiagnosticRenderer(false).render(warnings));
  }

  private static Compilation.Compiled compiled(Path file) throws IOException {
    Compilation compilation = compile(file);
    assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
    Compilation.Compiled compiled = (Compilation.Compiled) compilation;
    expect(beside(file, ".yaml"), compiled.stream());
    SourceFile tree = tree(Files.readString(file));
    String printed = TreePrinter.print(tree);
    assertThat(tree(printed).statements()).as("printed:%n%s", printed).isEqualTo(tree.statements());
    assertThat(TreePrinter.print(tree(printed))).isEqualTo(printed);
    return compiled;
  }

  private static SourceFile tree(String text) {
    Parsed<SourceFile> parsed = ZoneParsing.source(new SourceText("text", text));
    assertThat(parsed).isInstanceOf(Parsed.Tree.class);
    return ((Parsed.Tree<SourceFile>) parsed).tree();
  }

  @TestFactory
  Stream<DynamicTest> rejected() throws IOException {
    return cases("reject").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(CASES.relativize(file).toString(), () -> rejected(file)));
  }

  /** Every error has a help that says what to write, and not only what the parser expected. */
  @Test
  void mistakesHaveAHelp() throws IOException {
    for (Path file : cases("reject")) {
      String folder = String.valueOf(file.getParent().getFileName());
      if (!folder.equals("newcomers") && !folder.equals("mistakes") && !folder.equals("syntax")) {
        continue;
      }
      if (!(compile(file) instanceof Compilation.Rejected(var problems))) {
        continue;
      }
      for (Diagnostic problem : problems) {
        boolean hidden =
            problem.notes().stream().anyMatch(n -> n.text().contains("look different from"));
        assertThat(problem.notes().stream().anyMatch(n -> n.kind().equals("help")) || hidden)
            .as("%s: %s", file, problem.message())
            .isTrue();
        boolean newcomer = folder.equals("newcomers");
        assertThat(newcomer && problem.message().startsWith("expected "))
            .as("%s: %s", file, problem.message())
            .isFalse();
      }
    }
  }

  private static void rejected(Path file) throws IOException {
    Compilation compilation = compile(file);
    assertThat(compilation).isInstanceOf(Compilation.Rejected.class);
    List<Diagnostic> problems = ((Compilation.Rejected) compilation).problems();
    assertThat(problems).anyMatch(Diagnostic::isError);
    expect(beside(file, ".out"), new DiagnosticRenderer(false).render(problems));
  }

  /** Every code that a source can cause has a case. */
  @Test
  void everyCodeHasACase() throws IOException {
    Set<Code> wanted = EnumSet.noneOf(Code.class);
    for (Code code : Code.values()) {
      boolean ofTheCompiler = code.compareTo(Code.ZC0501) < 0 || code.compareTo(Code.ZC2001) >= 0;
      if (ofTheCompiler && !ELSEWHERE.contains(code)) {
        wanted.add(code);
      }
    }
    List<Diagnostic> all = new ArrayList<>();
    for (Path file : cases("reject")) {
      all.addAll(((Compilation.Rejected) compile(file)).problems());
    }
    for (Path file : cases("warn")) {
      all.addAll(((Compilation.Compiled) compile(file)).warnings());
    }
    all.forEach(problem -> wanted.remove(problem.code()));
    assertThat(wanted).as("codes without a case").isEmpty();
  }

  /** Line endings do not change the meaning of a source. */
  @Test
  void windowsLineEndsCompileToTheSamePolicies() throws IOException {
    for (Path file : cases("accept")) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      String windows = text.replace("\r\n", "\n").replace("\n", "\r\n");
      Compilation compilation = compile(file, windows);
      assertThat(((Compilation.Compiled) compilation).stream())
          .isEqualTo(((Compilation.Compiled) compile(file)).stream());
    }
  }
}
