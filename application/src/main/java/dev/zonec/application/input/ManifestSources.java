package dev.zonec.application.input;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.kustomize.BuildCommand;
import dev.zonec.kubernetes.kustomize.Kustomizations;
import dev.zonec.kubernetes.manifest.ManifestFiles;
import dev.zonec.kubernetes.manifest.ParsedTexts;
import dev.zonec.kubernetes.manifest.Sources;
import dev.zonec.kubernetes.template.HelmCharts;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The documents of manifest files. Charts are set apart, and kustomizations are built.
 *
 * @param parsed the documents
 * @param texts the files
 * @param unreadable why some files could not be read or rendered
 * @param warnings kustomizations that the user may not mean
 */
record ManifestSources(
    ParsedTexts parsed,
    List<SourceText> texts,
    List<Diagnostic> unreadable,
    List<Diagnostic> warnings) {
  /**
   * Reads the files below {@code paths}.
   *
   * @param standardInput the text of the path {@code -}
   * @param command the program that builds kustomizations; without one, zonec builds them
   */
  static ManifestSources of(
      List<String> paths, InputStream standardInput, Optional<BuildCommand> command) {
    Sources sources = ManifestFiles.collect(paths, standardInput);
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
