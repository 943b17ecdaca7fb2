package dev.zonec.application.risk;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.inputs.FolderFiles;
import dev.zonec.diagnostics.inputs.ReadPaths;
import dev.zonec.risk.report.ReportSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of reports.
 *
 * @param sources the files, in the order of the paths; those of a folder are sorted by name
 * @param problems an error for each path that cannot be used
 */
record ReportSources(List<ReportSource> sources, List<Diagnostic> problems) {
  ReportSources {
    sources = List.copyOf(sources);
    problems = List.copyOf(problems);
  }

  static ReportSources of(List<InputPath> paths, InputStream standardInput) {
    List<ReportSource> sources = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (InputPath path : paths) {
      try {
        if (path.isStandardInput()) {
          byte[] bytes = standardInput.readAllBytes();
          sources.add(new ReportSource("<stdin>", () -> new ByteArrayInputStream(bytes)));
        } else if (Files.isDirectory(Path.of(path.location()))) {
          addFolder(path, sources, problems);
        } else if (Files.exists(Path.of(path.location()))) {
          sources.add(source(path.name(), Path.of(path.location())));
        } else {
          problems.add(problem(path, "there is no such file or folder"));
        }
      } catch (IOException e) {
        problems.add(problem(path, "an input or output error: " + e.getMessage()));
      }
    }
    return new ReportSources(sources, problems);
  }

  private static void addFolder(
      InputPath path, List<ReportSource> sources, List<Diagnostic> problems) throws IOException {
    Path folder = Path.of(path.location());
    List<Path> files =
        FolderFiles.visible(folder).stream()
            .filter(file -> !file.toString().endsWith(".zone"))
            .toList();
    String prefix = path.name().endsWith("/") ? path.name() : path.name() + "/";
    files.forEach(file -> sources.add(source(prefix + folder.relativize(file), file)));
    if (files.isEmpty()) {
      problems.add(problem(path, "the folder has no file"));
    }
  }

  private static ReportSource source(String name, Path file) {
    ReadPaths.file(file);
    return new ReportSource(name, () -> Files.newInputStream(file));
  }

  private static Diagnostic problem(InputPath path, String reason) {
    return Diagnostic.errorIn(
        Code.ZC1304, path.name(), "cannot read the report `" + path.name() + "`: " + reason);
  }
}
