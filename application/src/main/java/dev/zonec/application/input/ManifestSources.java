package dev.zonec.application.input;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.diagnostics.inputs.InputTexts;
import dev.zonec.kubernetes.kustomize.BuildCommand;
import dev.zonec.kubernetes.kustomize.Kustomizations;
import dev.zonec.kubernetes.manifest.ManifestFiles;
import dev.zonec.kubernetes.manifest.ManifestTexts;
import dev.zonec.kubernetes.manifest.ParsedTexts;
import dev.zonec.kubernetes.manifest.Sources;
import dev.zonec.kubernetes.template.HelmCharts;
import dev.zonec.kubernetes.template.RenderCommand;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The documents of manifest files. Unrendered Helm charts are left out, and kustomizations are
 * built.
 *
 * @param parsed the documents
 * @param texts the files
 * @param unreadable the problems of files that could not be read or rendered
 * @param warnings warnings about kustomizations that the user may mean differently
 */
record ManifestSources(
    ParsedTexts parsed,
    List<SourceText> texts,
    List<Diagnostic> unreadable,
    List<Diagnostic> warnings) {
  /**
   * Reads the files below {@code paths}.
   *
   * @param rendering commands that print more manifests
   * @param standardInput standard input, for the path {@code -}
   * @param command the program that builds kustomizations; if it is empty, zonec builds them
   * @param texts the texts to read instead of files
   */
  static ManifestSources of(
      List<InputPath> paths,
      List<RenderCommand> rendering,
      InputStream standardInput,
      Optional<BuildCommand> command,
      Optional<InputTexts> texts) {
    Progress.begin("reading the manifest files");
    Sources sources =
        withOutputs(
            rendering,
            texts
                .map(given -> ManifestTexts.collect(paths, given))
                .orElseGet(() -> ManifestFiles.collect(paths, standardInput)));
    Progress.begin("parsing the manifests");
    HelmCharts.Result charts = HelmCharts.setApart(sources);
    Kustomizations.Result built =
        command
            .map(each -> Kustomizations.builtBy(each, charts.rest()))
            .orElseGet(() -> Kustomizations.of(charts.rest()));
    List<Diagnostic> unreadable = new ArrayList<>(sources.problems());
    unreadable.addAll(charts.unrendered());
    return new ManifestSources(built.parsed(), sources.texts(), unreadable, built.warnings());
  }

  private static Sources withOutputs(List<RenderCommand> commands, Sources sources) {
    List<Sources.File> files = new ArrayList<>(sources.files());
    List<Diagnostic> problems = new ArrayList<>(sources.problems());
    for (RenderCommand command : commands) {
      switch (command.run()) {
        case RenderCommand.Outcome.Printed(var text) ->
            files.add(new Sources.File(text, Optional.empty(), true));
        case RenderCommand.Outcome.Failed(var problem) -> problems.add(problem);
      }
    }
    return sources.with(files, problems);
  }
}
