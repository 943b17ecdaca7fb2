package dev.zonec.application.workspace;

import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.compiler.reference.References;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.inputs.InputTexts;
import dev.zonec.diagnostics.inputs.ReadPaths;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.kubernetes.manifest.ManifestFiles;
import dev.zonec.kubernetes.manifest.Sources;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the texts of a program and of manifests.
 *
 * @param program the program; it need not be well formed
 * @param manifests the manifests, which are files
 */
public record OpenWorkspace(ProgramRequest program, ManifestRequest manifests) {
  /** Reads all files that a run with these requests reads, except those of options. */
  public Workspace outcome() {
    List<Diagnostic> problems = new ArrayList<>(program.problems());
    problems.addAll(manifests.missing());
    return problems.isEmpty() ? read() : new Workspace(List.of(), List.of(), problems);
  }

  private Workspace read() {
    ProgramSources sources = program.sources();
    List<Diagnostic> problems = new ArrayList<>(sources.problems());
    Map<Path, SourceText> program = new LinkedHashMap<>();
    sources.sources().forEach(source -> put(program, source));
    References.of(sources).sources().map(Map.Entry::getKey).forEach(source -> put(program, source));
    Sources found = ManifestFiles.collect(manifests.paths(), InputStream.nullInputStream());
    problems.addAll(found.problems());
    List<Workspace.Text> texts = new ArrayList<>();
    Set<Path> known = new HashSet<>();
    for (Sources.File file : found.files()) {
      texts.add(text(file.text()));
      file.path().ifPresent(known::add);
    }
    otherFiles(known).forEach(text -> texts.add(text(text)));
    return new Workspace(
        program.values().stream().map(OpenWorkspace::text).toList(), texts, problems);
  }

  private static void put(Map<Path, SourceText> program, Source source) {
    if (source.location() instanceof Source.Location.OnDisk(Path file)) {
      program.putIfAbsent(file, source.text());
    }
  }

  /** Returns the files that kustomizations read in addition to {@code known}. */
  private List<SourceText> otherFiles(Set<Path> known) {
    ReadPaths files = new ReadPaths();
    files.during(() -> manifests.load(ReadExtent.ALL_OBJECTS));
    Path here = InputTexts.normal(Path.of(""));
    List<SourceText> others = new ArrayList<>();
    for (Path file : new TreeSet<>(files.files())) {
      if (!known.contains(file) && Files.isRegularFile(file)) {
        Path name = file.startsWith(here) ? here.relativize(file) : file;
        ManifestFiles.read(file, name.toString().replace('\\', '/')).ifPresent(others::add);
      }
    }
    return others;
  }

  private static Workspace.Text text(SourceText text) {
    return new Workspace.Text(text.name(), text.content());
  }
}
