package dev.zonec.kubernetes.kustomize;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.inputs.ReadPaths;
import dev.zonec.kubernetes.manifest.ManifestFiles;
import dev.zonec.kubernetes.manifest.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The files of the user's paths, and files that kustomizations name. Each file is read once. */
final class DiskFiles implements ProjectFiles {
  private final Map<Path, Entry> known = new HashMap<>();
  private final Map<Path, String> folders = new HashMap<>();

  /** Whether only the files of the user's paths exist. */
  private final boolean alone;

  DiskFiles(Sources sources) {
    alone = sources.alone();
    for (Sources.File file : sources.files()) {
      file.path().ifPresent(path -> add(path, file.text()));
    }
  }

  private void add(Path path, SourceText text) {
    known.put(path, new Entry.File(text));
    Path name = Path.of(text.name());
    Path folder = path.getParent();
    if (folder != null) {
      Path called = name.getParent();
      folders.putIfAbsent(folder, called == null ? "." : called.toString());
    }
  }

  @Override
  public Entry at(Path path) {
    return known.computeIfAbsent(path, this::read);
  }

  private Entry read(Path path) {
    if (alone) {
      return folders.keySet().stream().anyMatch(folder -> folder.startsWith(path))
          ? new Entry.Folder()
          : new Entry.Missing();
    }
    if (Files.isDirectory(path)) {
      return new Entry.Folder();
    }
    if (!Files.isRegularFile(path)) {
      ReadPaths.file(path);
      return new Entry.Missing();
    }
    return ManifestFiles.read(path, name(path))
        .<Entry>map(Entry.File::new)
        .orElseGet(Entry.Missing::new);
  }

  @Override
  public String name(Path path) {
    for (Path around = path; around != null; around = around.getParent()) {
      String called = folders.get(around);
      if (called != null) {
        return slashed(Path.of(called).resolve(around.relativize(path)).normalize());
      }
    }
    return folders.entrySet().stream()
        .min(Map.Entry.comparingByKey())
        .map(
            nearest ->
                slashed(
                    Path.of(nearest.getValue())
                        .resolve(nearest.getKey().relativize(path))
                        .normalize()))
        .orElse(slashed(path));
  }

  private static String slashed(Path path) {
    String text = path.toString().replace('\\', '/');
    return text.isEmpty() ? "." : text;
  }
}
