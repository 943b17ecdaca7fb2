package dev.zonec.application.input;

import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.expiry.ExpiredFlows;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.param.ParamFile;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.SourceTexts;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.inputs.InputTexts;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.FoundEnds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The program to read.
 *
 * @param paths the sources: files and folders
 * @param configured values of parameters from the configuration file; all other values override
 *     them
 * @param params the values of parameters
 * @param paramFiles files with values of parameters; later files override earlier ones, and {@code
 *     params} overrides all files
 * @param allowOutside whether imports may read files outside of the folder that contains all paths
 * @param day the day for which expiry is evaluated
 * @param expired the treatment of expired flows
 * @param problems the reasons why the program cannot be read, from the configuration file
 * @param texts the texts of the sources
 */
public record ProgramRequest(
    List<InputPath> paths,
    GivenParams configured,
    SortedMap<String, String> params,
    List<String> paramFiles,
    boolean allowOutside,
    LocalDate day,
    ExpiredFlows expired,
    List<Diagnostic> problems,
    SourceTexts texts) {
  /** Copies the lists. */
  public ProgramRequest {
    paths = List.copyOf(paths);
    paramFiles = List.copyOf(paramFiles);
    problems = List.copyOf(problems);
  }

  /** Creates a request for the texts of the files. */
  public ProgramRequest(
      List<InputPath> paths,
      GivenParams configured,
      SortedMap<String, String> params,
      List<String> paramFiles,
      boolean allowOutside,
      LocalDate day,
      ExpiredFlows expired,
      List<Diagnostic> problems) {
    this(
        paths,
        configured,
        params,
        paramFiles,
        allowOutside,
        day,
        expired,
        problems,
        SourceTexts.SAVED);
  }

  /** Returns the same request with other sources. */
  public ProgramRequest withPaths(List<InputPath> others) {
    return new ProgramRequest(
        others, configured, params, paramFiles, allowOutside, day, expired, problems, texts);
  }

  /** Returns the same request, which reads sources from {@code others} and not from files. */
  public ProgramRequest reading(InputTexts others) {
    return new ProgramRequest(
        paths,
        configured,
        params,
        paramFiles,
        allowOutside,
        day,
        expired,
        problems,
        new TextsAlone(others));
  }

  /** Returns the names of the sources, as the user gave them. */
  public List<String> names() {
    return InputPath.names(paths);
  }

  /** The values of parameters, and the problems of their files and of the configuration file. */
  public record Given(GivenParams params, List<Diagnostic> problems) {}

  /** Reads the values of parameters from options, files and the configuration file. */
  public Given given() {
    Problems found = new Problems();
    found.addAll(problems);
    GivenParams all = configured;
    for (String file : paramFiles) {
      List<Diagnostic> unreadable = new ArrayList<>();
      GivenParams weaker = all;
      all =
          ProgramSources.file(file, unreadable)
              .map(source -> ParamFile.read(source.text(), found).over(weaker))
              .orElse(weaker);
      found.addAll(unreadable);
    }
    return new Given(GivenParams.ofOptions(params).over(all), found.inOrder());
  }

  /** Reads the sources. */
  public ProgramSources sources() {
    ProgramSources sources = ProgramSources.collect(paths, texts);
    return allowOutside ? sources.allowingOutside() : sources;
  }

  /**
   * Returns the options of a compilation.
   *
   * @param catalog the known namespaces
   * @param params the values of parameters
   * @param ends the addresses of the API server and the nodes
   */
  public CompileOptions options(List<Namespace> catalog, GivenParams params, FoundEnds ends) {
    return new CompileOptions(day, expired, catalog, params, ends);
  }
}
