package dev.zonec.application.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.inputs.ReadPaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the files of a report. Each text is first written next to its file; the files are replaced
 * when all texts are there.
 */
public final class ReportFiles {
  private ReportFiles() {}

  /** Writes {@code texts}; returns the problem if a file cannot be written. */
  public static Optional<Diagnostic> write(Map<Path, String> texts) {
    return write(texts, "--out FORMAT=FILE");
  }

  /**
   * Does the same for another option than {@code --out}.
   *
   * @param option the option that names the file
   */
  public static Optional<Diagnostic> write(Map<Path, String> texts, String option) {
    Map<Path, Path> drafts = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, String> each : texts.entrySet()) {
        Path file = each.getKey();
        ReadPaths.written(file);
        if (Files.isDirectory(file)) {
          return failed(file, "it is a folder", option);
        }
        try {
          drafts.put(target(file), draft(file, each.getValue()));
        } catch (IOException e) {
          return failed(file, reason(file, e), option);
        }
      }
      for (Map.Entry<Path, Path> each : drafts.entrySet()) {
        if (!each.getValue().equals(each.getKey())) {
          try {
            Files.move(each.getValue(), each.getKey(), StandardCopyOption.REPLACE_EXISTING);
          } catch (IOException e) {
            return failed(each.getKey(), reason(each.getKey(), e), option);
          }
        }
      }
      return Optional.empty();
    } finally {
      drafts.forEach(ReportFiles::remove);
    }
  }

  /** Returns the file that is replaced: the one that a link leads to. */
  private static Path target(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file;
  }

  /** Writes the text next to the file; a device or pipe is written directly. */
  private static Path draft(Path file, String text) throws IOException {
    Path target = target(file);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      return Files.write(target, bytes);
    }
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new AccessDeniedException(file.toString());
    }
    Path draft =
        target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
    Files.write(draft, bytes, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    return draft;
  }

  private static void remove(Path target, Path draft) {
    try {
      if (!draft.equals(target)) {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      // The file is left behind; the problem of the report is more important.
      return;
    }
  }

  private static Optional<Diagnostic> failed(Path file, String reason, String option) {
    return Optional.of(
        Diagnostic.errorIn(
                Code.ZC0410, file.toString(), "cannot write the report `" + file + "`: " + reason)
            .help("choose another file with `" + option + "`, or check its permissions"));
  }

  private static String reason(Path file, IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "its folder does not exist";
      case AccessDeniedException denied -> "permission denied";
      default -> {
        String message = e.getMessage();
        yield message == null ? "an input or output error" : message.replace(file + ": ", "");
      }
    };
  }
}
