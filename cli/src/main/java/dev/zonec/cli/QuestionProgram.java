package dev.zonec.cli;

import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.verifier.origin.PolicyOrigins;
import java.util.List;
import java.util.stream.Collectors;

/** The program whose names a question may use. */
sealed interface QuestionProgram {
  /**
   * It was read.
   *
   * @param given whether the user gave one; else there are the prelude's names only
   * @param loaded the manifests that the question is about
   */
  record Ready(LoadedVariant variant, ProgramSources sources, boolean given, LoadedManifests loaded)
      implements QuestionProgram {
    /** Where the generated ones of the policies that were {@code read} come from. */
    PolicyOrigins origins(ReadManifests read) {
      return given ? CompiledOrigins.of(variant, sources, read) : PolicyOrigins.NONE;
    }
  }

  /** What is wrong has been reported. */
  record Failed(ExitCode exit) implements QuestionProgram {}

  /**
   * Reads it.
   *
   * @param zones its sources; without any there are still the prelude's names
   * @param loaded the manifests that the question is about
   */
  static QuestionProgram of(
      List<String> zones,
      LoadedManifests loaded,
      ProgramOptions options,
      ExpiryOptions expiry,
      Console console) {
    ProgramSources sources =
        zones.isEmpty()
            ? ProgramSources.of(List.of(Source.of("(no sources)", "module query\n")))
            : options.sources(zones);
    ProgramOptions.Given given = options.given();
    if (console.refuses(given.problems())) {
      return new Failed(ExitCode.BAD_INPUT);
    }
    return switch (Compiler.load(sources, expiry.with(List.of(), given.params(), loaded.ends()))) {
      case Loading.Rejected(var problems) -> {
        console.report(problems);
        yield new Failed(ExitCode.BAD_INPUT);
      }
      case Loading.Loaded read when read.standard().size() > 1 -> {
        console.report(List.of(open(read.standard())));
        yield new Failed(ExitCode.BAD_INPUT);
      }
      case Loading.Loaded read ->
          new Ready(read.standard().getFirst(), sources, !zones.isEmpty(), loaded);
    };
  }

  private static Diagnostic open(List<LoadedVariant> variants) {
    String some =
        variants.stream()
            .limit(4)
            .map(variant -> "`" + variant.label() + "`")
            .collect(Collectors.joining(", "));
    return Diagnostic.error(Code.ZC0112, "the program depends on parameters that have no value")
        .note("it could be asked with " + some + (variants.size() > 4 ? ", …" : ""))
        .help("give them values with `-p NAME=VALUE`");
  }
}
