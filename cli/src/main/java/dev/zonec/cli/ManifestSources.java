package dev.zonec.cli;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.verifier.kustomize.BuildCommand;
import dev.zonec.verifier.kustomize.Kustomizations;
import dev.zonec.verifier.manifest.ManifestFiles;
import dev.zonec.verifier.manifest.ParsedTexts;
import dev.zonec.verifier.manifest.Sources;
import dev.zonec.verifier.template.HelmCharts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What manifest files hold: charts set apart, kustomizations built.
 *
 * @param parsed the documents
 * @param texts the files
 * @param unreadable what could not be read or is not rendered
 * @param warnings what may not be meant
 */
record ManifestSources(
    ParsedTexts parsed,
    List<SourceText> texts,
    List<Diagnostic> unreadable,
    List<Diagnostic> warnings) {
  /**
   * What {@code paths} lead to.
   *
   * @param command what builds kustomizations; without, zonec does
   */
  static ManifestSources of(List<String> paths, Optional<BuildCommand> command) {
    Sources sources = ManifestFiles.collect(paths, System.in);
    HelmCharts.Result charts = HelmCharts.setApart(sources);
    Kustomizations.Result built =
        command
            .map(each -> Kustomizations.builtBy(each, charts.rest()))
            .orElseGet(() -> Kustomizations.of(charts.rest()));
    List<Diagnostic> unreadable = new ArrayList<>(sources.problems());
    unreadable.addAll(charts.unrendered());
    return new ManifestSources(built.parsed(), sources.texts(), unreadable, built.warnings());
  }
}
