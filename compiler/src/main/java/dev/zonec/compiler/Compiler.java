package dev.zonec.compiler;

import dev.zonec.compiler.emit.Emission;
import dev.zonec.compiler.emit.PolicyFile;
import dev.zonec.compiler.ignore.IgnoreComments;
import dev.zonec.compiler.ignore.Sifted;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.model.endpoint.Namespace;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

/** Reads and compiles zone programs. */
public final class Compiler {
  private Compiler() {}

  /** Loads the program at {@code paths}, without compiling it. */
  public static Loading load(List<String> paths, LocalDate asOf) {
    return load(ProgramSources.collect(InputPath.of(paths)), new CompileOptions(asOf, List.of()));
  }

  /**
   * Loads the program in {@code sources}, for every combination of parameter values that {@code
   * options} leave open. It also reports sources that could not be read.
   */
  public static Loading load(ProgramSources sources, CompileOptions options) {
    Problems problems = new Problems();
    List<CheckedVariant> understood = CheckedVariant.all(sources, options, problems);
    Sifted sifted = Sifted.of(problems.inOrder(), sources.sources());
    return problems.hasErrors()
        ? new Loading.Rejected(sifted.remaining())
        : new Loading.Loaded(
            understood.stream().map(CheckedVariant::loaded).toList(),
            sifted.remaining(),
            sifted.suppressed());
  }

  /** Does the same for options for which an expired flow is an error. */
  public static Loading load(ProgramSources sources, GivenParams given, LocalDate asOf) {
    return load(sources, new CompileOptions(asOf, List.of(), given));
  }

  /**
   * Compiles a loaded variant.
   *
   * @param sources the sources of the variant
   * @param catalog the known namespaces, for zones that select namespaces by labels
   * @param patterns for each pattern of the program, its namespaces in addition to those of {@code
   *     catalog}
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
    Sifted sifted = Sifted.of(problems.inOrder(), sources.sources());
    return problems.hasErrors()
        ? new Compilation.Rejected(sifted.remaining())
        : new Compilation.Compiled(
            variant.program(),
            List.of(),
            variant.owner(),
            policies,
            sifted.remaining(),
            sifted.suppressed());
  }

  /** Does the same for patterns whose namespaces are all in {@code catalog}. */
  public static Compilation emit(
      LoadedVariant variant, ProgramSources sources, List<Namespace> catalog) {
    return emit(variant, sources, catalog, List.of());
  }

  /** Compiles the program at {@code paths}. */
  public static Compilation compile(List<String> paths, CompileOptions options) {
    return compile(ProgramSources.collect(InputPath.of(paths)), options);
  }

  /**
   * Compiles the program in {@code sources}. It checks every combination of parameter values. If
   * several are possible, the policies are those for the defaults. It also reports sources that
   * could not be read.
   */
  public static Compilation compile(ProgramSources sources, CompileOptions options) {
    Problems problems = new Problems();
    List<CheckedVariant> understood = CheckedVariant.all(sources, options, problems);
    if (problems.hasErrors()) {
      return new Compilation.Rejected(left(sources, problems));
    }
    Compilation.Compiled compiled =
        new StandardEmission(sources.sources(), options.catalog()).emit(understood, problems);
    Sifted sifted = Sifted.of(problems.inOrder(), sources.sources());
    return problems.hasErrors()
        ? new Compilation.Rejected(sifted.remaining())
        : new Compilation.Compiled(
            compiled.program(),
            compiled.alike(),
            compiled.owner(),
            compiled.policies(),
            sifted.remaining(),
            sifted.suppressed());
  }

  /** Returns the problems that no comment suppresses. */
  private static List<Diagnostic> left(ProgramSources sources, Problems problems) {
    return IgnoreComments.remaining(problems.inOrder(), sources.sources());
  }
}
