package dev.zonec.compiler;

import dev.zonec.compiler.emit.Emission;
import dev.zonec.compiler.emit.PolicyFile;
import dev.zonec.compiler.ignore.IgnoreComments;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.endpoint.Namespace;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

/** Reads and compiles zone programs. */
public final class Compiler {
  private Compiler() {}

  /** What the program at {@code paths} means; nothing is emitted. */
  public static Loading load(List<String> paths, LocalDate asOf) {
    return load(ProgramSources.collect(paths), new CompileOptions(asOf, List.of()));
  }

  /**
   * What the program in {@code sources} means, with every choice of values for its parameters that
   * {@code options} leave open; what could not be read of it is reported too.
   */
  public static Loading load(ProgramSources sources, CompileOptions options) {
    Problems problems = new Problems();
    List<CheckedVariant> understood = CheckedVariant.all(sources, options, problems);
    return problems.hasErrors()
        ? new Loading.Rejected(left(sources, problems))
        : new Loading.Loaded(
            understood.stream().map(CheckedVariant::loaded).toList(), left(sources, problems));
  }

  /** The same where an expired flow is an error. */
  public static Loading load(ProgramSources sources, GivenParams given, LocalDate asOf) {
    return load(sources, new CompileOptions(asOf, List.of(), given));
  }

  /**
   * The policies of a variant that was loaded.
   *
   * @param sources what it was loaded from
   * @param catalog the namespaces that are known; needed where zones select them by labels
   * @param patterns for each pattern of the program namespaces that it has beside those
   */
  public static Compilation emit(
      LoadedVariant variant,
      ProgramSources sources,
      List<Namespace> catalog,
      List<SortedSet<String>> patterns) {
    Problems problems = new Problems();
    List<PolicyFile> policies =
        Emission.emit(
            variant.lowered(), variant.owner(), sources.sources(), catalog, patterns, problems);
    return problems.hasErrors()
        ? new Compilation.Rejected(left(sources, problems))
        : new Compilation.Compiled(
            variant.program(), List.of(), variant.owner(), policies, left(sources, problems));
  }

  /** The same where patterns have no namespaces but those of {@code catalog}. */
  public static Compilation emit(
      LoadedVariant variant, ProgramSources sources, List<Namespace> catalog) {
    return emit(variant, sources, catalog, List.of());
  }

  /** The policies of the program at {@code paths}. */
  public static Compilation compile(List<String> paths, CompileOptions options) {
    return compile(ProgramSources.collect(paths), options);
  }

  /**
   * The policies of the program in {@code sources}; what could not be read is reported too. Every
   * choice of values for its parameters is checked; where several are left, the policies are those
   * of the defaults.
   */
  public static Compilation compile(ProgramSources sources, CompileOptions options) {
    Problems problems = new Problems();
    List<CheckedVariant> understood = CheckedVariant.all(sources, options, problems);
    if (problems.hasErrors()) {
      return new Compilation.Rejected(left(sources, problems));
    }
    Compilation.Compiled compiled =
        new StandardEmission(sources.sources(), options.catalog()).emit(understood, problems);
    return problems.hasErrors()
        ? new Compilation.Rejected(left(sources, problems))
        : new Compilation.Compiled(
            compiled.program(),
            compiled.alike(),
            compiled.owner(),
            compiled.policies(),
            left(sources, problems));
  }

  /** What no comment of the sources takes back. */
  private static List<Diagnostic> left(ProgramSources sources, Problems problems) {
    return IgnoreComments.remaining(problems.inOrder(), sources.sources());
  }
}
