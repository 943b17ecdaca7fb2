package dev.zonec.application.input;

import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.expiry.ExpiredFlows;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.param.ParamFile;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.FoundEnds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The program to read.
 *
 * @param paths its sources: files, or folders read whole
 * @param params values of parameters
 * @param paramFiles files with values of parameters; {@code params} and later files go before
 * @param allowOutside whether imports may read files outside of the folder that holds all paths
 * @param day the day on which flows and waivers are judged to have expired
 * @param expired what becomes of expired flows
 */
public record ProgramRequest(
    List<String> paths,
    SortedMap<String, String> params,
    List<String> paramFiles,
    boolean allowOutside,
    LocalDate day,
    ExpiredFlows expired) {
  /** Copies the lists. */
  public ProgramRequest {
    paths = List.copyOf(paths);
    paramFiles = List.copyOf(paramFiles);
  }

  /** Values of parameters, and why some could not be read. */
  record Given(GivenParams params, List<Diagnostic> problems) {}

  Given given() {
    Problems problems = new Problems();
    GivenParams all = GivenParams.NONE;
    for (String file : paramFiles) {
      List<Diagnostic> unreadable = new ArrayList<>();
      GivenParams weaker = all;
      all =
          ProgramSources.file(file, unreadable)
              .map(source -> ParamFile.read(source.text(), problems).over(weaker))
              .orElse(weaker);
      problems.addAll(unreadable);
    }
    return new Given(GivenParams.ofOptions(params).over(all), problems.inOrder());
  }

  ProgramSources sources() {
    ProgramSources sources = ProgramSources.collect(paths);
    return allowOutside ? sources.allowingOutside() : sources;
  }

  /**
   * The options of a compilation.
   *
   * @param catalog the namespaces that are known
   * @param params the values of parameters
   * @param ends where the API server and the nodes are
   */
  public CompileOptions options(List<Namespace> catalog, GivenParams params, FoundEnds ends) {
    return new CompileOptions(day, expired, catalog, params, ends);
  }
}
