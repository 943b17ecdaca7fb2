package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.inputs.HiddenPaths;
import dev.zonec.diagnostics.inputs.InputTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds manifests among texts in memory, as {@link ManifestFiles} finds them among files. */
public final class ManifestTexts {
  private final InputTexts texts;
  private final List<Sources.File> found = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Set<Path> seen = new LinkedHashSet<>();

  private ManifestTexts(InputTexts texts) {
    this.texts = texts;
  }

  /** Returns the texts at {@code paths}, which have the order and the names of files. */
  public static Sources collect(List<InputPath> paths, InputTexts texts) {
    ManifestTexts reading = new ManifestTexts(texts);
    paths.forEach(reading::add);
    return new Sources(reading.found, reading.problems, true);
  }

  private void add(InputPath input) {
    Path path = Path.of(input.location());
    if (texts.text(path).isPresent()) {
      add(ManifestFiles.slashed(input.name()), path, true);
    } else if (texts.isFolder(path)) {
      addFolder(input.name(), InputTexts.normal(path));
    } else {
      problems.add(
          Diagnostic.errorIn(
              Code.ZC0601, input.name(), "there is no file or folder `" + input.name() + "`"));
    }
  }

  private void addFolder(String given, Path folder) {
    List<Path> manifests =
        texts.below(folder).stream()
            .filter(ManifestFiles::isManifest)
            .filter(file -> !HiddenPaths.isInHiddenFolder(folder.relativize(file)))
            .toList();
    if (manifests.isEmpty()) {
      problems.add(ManifestFiles.noManifest(given));
    }
    manifests.forEach(file -> add(ManifestFiles.nameWithin(given, folder, file), file, false));
  }

  private void add(String name, Path file, boolean named) {
    Path normal = InputTexts.normal(file);
    if (seen.add(normal)) {
      SourceText text = new SourceText(name, texts.text(normal).orElseThrow());
      found.add(new Sources.File(text, Optional.of(normal), named));
    }
  }
}
