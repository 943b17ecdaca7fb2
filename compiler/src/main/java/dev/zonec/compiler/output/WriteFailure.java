package dev.zonec.compiler.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Explains why a folder could not be written or read. */
final class WriteFailure {
  private WriteFailure() {}

  /** Returns the reason of {@code e}, which occurred when {@code dir} was accessed, as a phrase. */
  static String reason(Path dir, IOException e) {
    if (!(e instanceof FileSystemException failed) || failed.getFile() == null) {
      return message(e);
    }
    String file = "`" + shown(dir, Path.of(failed.getFile())) + "`";
    return switch (failed) {
      case AccessDeniedException denied -> "permission denied for " + file;
      case NoSuchFileException missing -> file + " does not exist";
      case FileAlreadyExistsException there ->
          file + (Files.isDirectory(Path.of(there.getFile())) ? " already exists" : " is a file");
      default -> {
        String reason = failed.getReason();
        yield file + ": " + (reason == null ? message(e) : reason);
      }
    };
  }

  private static String message(IOException e) {
    String message = e.getMessage();
    return message == null ? "an input or output error" : message;
  }

  /** Returns {@code file} relative to the working directory if {@code dir} is relative. */
  private static Path shown(Path dir, Path file) {
    Path here = Path.of("").toAbsolutePath();
    return !dir.isAbsolute() && file.isAbsolute() && file.startsWith(here)
        ? here.relativize(file)
        : file;
  }
}
