package dev.zonec.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.compiler.emit.PolicyFile;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticRenderer;
import dev.zonec.model.endpoint.Namespace;
import java.time.LocalDate;
import java.util.List;

/** Programs written in tests. */
public final class Programs {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private Programs() {}

  public static ProgramSources sources(String text) {
    return ProgramSources.of(List.of(Source.of("a.zone", text)));
  }

  public static Compilation compile(String text, Namespace... catalog) {
    return Compiler.compile(sources(text), new CompileOptions(TODAY, List.of(catalog)));
  }

  public static Loading.Loaded load(String text) {
    Loading loading = Compiler.load(sources(text), GivenParams.NONE, TODAY);
    assertThat(loading).as("%s", loading).isInstanceOf(Loading.Loaded.class);
    return (Loading.Loaded) loading;
  }

  public static Compilation.Compiled compiled(String text, Namespace... catalog) {
    Compilation compilation = compile(text, catalog);
    if (compilation instanceof Compilation.Rejected(List<Diagnostic> problems)) {
      throw new AssertionError(new DiagnosticRenderer(false).render(problems));
    }
    return (Compilation.Compiled) compilation;
  }

  /** The text of one policy, without the header. */
  public static String policy(Compilation.Compiled compiled, String path) {
    return compiled.policies().stream()
        .filter(file -> file.path().equals(path))
        .map(PolicyFile::text)
        .map(text -> text.substring(text.indexOf('\n') + 1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + path + " among " + paths(compiled)));
  }

  public static List<String> paths(Compilation.Compiled compiled) {
    return compiled.policies().stream().map(PolicyFile::path).toList();
  }

  /** Errors and warnings as {@code CODE line:column}. */
  public static List<String> problems(String text, Namespace... catalog) {
    List<Diagnostic> found =
        switch (compile(text, catalog)) {
          case Compilation.Compiled compiled -> compiled.warnings();
          case Compilation.Rejected rejected -> rejected.problems();
        };
    return found.stream().map(Programs::brief).toList();
  }

  public static String rendered(String text, Namespace... catalog) {
    return switch (compile(text, catalog)) {
      case Compilation.Compiled compiled ->
          new DiagnosticRenderer(false).render(compiled.warnings());
      case Compilation.Rejected rejected ->
          new DiagnosticRenderer(false).render(rejected.problems());
    };
  }

  private static String brief(Diagnostic problem) {
    return problem.place() instanceof dev.zonec.diagnostics.Place.At at
        ? problem.code() + " " + at.span().line() + ":" + at.span().column()
        : problem.code().toString();
  }
}
