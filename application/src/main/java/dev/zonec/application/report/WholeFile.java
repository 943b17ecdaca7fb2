package dev.zonec.application.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file that a command makes: the whole text or nothing. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes {@code text} next to {@code file}, and then replaces the file.
   *
   * @throws IOException if this fails; the file is then as it was
   */
  public static void write(Path file, String text) throws IOException {
    Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), ".zonec-", ".tmp");
    try {
      Files.writeString(temporary, text);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
