package dev.zonec.compiler;

import dev.zonec.compiler.check.ProgramChecks;
import dev.zonec.compiler.emit.Emission;
import dev.zonec.compiler.emit.PolicyFile;
import dev.zonec.compiler.expiry.InForce;
import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.lower.Lowering;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.ProgramResolution;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.model.net.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Reads and compiles zone programs. */
public final class Compiler {
  private Compiler() {}

  /** What the program at {@code paths} means; nothing is emitted. */
  public static Loading load(List<String> paths, CompileOptions options) {
    return load(ProgramSources.collect(paths), options);
  }

  /** The same where an expired flow is an error. */
  public static Loading load(ProgramSources sources, LocalDate asOf) {
    return load(sources, new CompileOptions(asOf, List.of()));
  }

  /** What the program in {@code sources} means; what could not be read of it is reported too. */
  public static Loading load(ProgramSources sources, CompileOptions options) {
    Problems problems = new Problems();
    Optional<Understood> understood = understand(sources, options, problems);
    return understood.isPresent() && !problems.hasErrors()
        ? new Loading.Loaded(
            understood.get().lowered().program(), understood.get().services(), problems.inOrder())
        : new Loading.Rejected(problems.inOrder());
  }

  /** The policies of the program at {@code paths}. */
  public static Compilation compile(List<String> paths, CompileOptions options) {
    return compile(ProgramSources.collect(paths), options);
  }

  /** The policies of the program in {@code sources}; what could not be read is reported too. */
  public static Compilation compile(ProgramSources sources, CompileOptions options) {
    Problems problems = new Problems();
    Optional<Understood> understood = understand(sources, options, problems);
    if (understood.isEmpty() || problems.hasErrors()) {
      return new Compilation.Rejected(problems.inOrder());
    }
    LoweredProgram lowered = understood.get().lowered();
    List<PolicyFile> files = Emission.emit(lowered, sources.sources(), options.catalog(), problems);
    return problems.hasErrors()
        ? new Compilation.Rejected(problems.inOrder())
        : new Compilation.Compiled(lowered.program(), files, problems.inOrder());
  }

  private record Understood(LoweredProgram lowered, SortedMap<String, Service> services) {}

  private static Optional<Understood> understand(
      ProgramSources sources, CompileOptions options, Problems problems) {
    problems.addAll(sources.problems());
    Optional<ResolvedProgram> resolved =
        ProgramResolution.resolve(sources.sources().stream().map(Source::text).toList(), problems);
    return resolved.map(
        whole -> {
          ResolvedProgram program = InForce.on(options.asOf(), whole, options.expired(), problems);
          LoweredProgram lowered = Lowering.lower(program, problems);
          ProgramChecks.run(program, lowered, problems);
          return new Understood(lowered, program.services());
        });
  }
}
