package dev.zonec.application.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** Writes a file that a command makes: the whole text or nothing. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes {@code text} next to {@code file}, and then replaces the file. A new file can be read by
   * the users whom the system lets read new files; one that is replaced keeps its permissions.
   *
   * @throws IOException if this fails; the file is then as it was
   */
  public static void write(Path file, String text) throws IOException {
    // Files.createTempFile would create a file that only its owner can read.
    Path temporary = file.toAbsolutePath().resolveSibling(".zonec-" + UUID.randomUUID() + ".tmp");
    try {
      Files.writeString(temporary, text, StandardOpenOption.CREATE_NEW);
      if (Files.exists(file)
          && Files.getFileStore(temporary)
              .supportsFileAttributeView(PosixFileAttributeView.class)) {
        Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(file));
      }
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
