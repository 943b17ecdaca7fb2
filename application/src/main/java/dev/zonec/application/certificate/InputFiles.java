package dev.zonec.application.certificate;

import dev.zonec.diagnostics.ContentHash;
import dev.zonec.diagnostics.inputs.ReadPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/** Records the files that a run reads, with their digests. */
public final class InputFiles {
  private final ReadPaths read = new ReadPaths();

  /** Returns the result of {@code work}, whose files are recorded. */
  public <T> T during(Supplier<T> work) {
    return read.during(work);
  }

  /**
   * Returns the files that were read, sorted by path.
   *
   * @throws IOException if a file cannot be read anymore, or has changed since it was read
   */
  public List<InputFile> digests() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    List<InputFile> files = new ArrayList<>();
    for (Path file : read.files()) {
      if (Files.isRegularFile(file)) {
        files.add(new InputFile(name(here, file), digest(Files.readAllBytes(file))));
      }
    }
    if (!read.changed().isEmpty()) {
      throw new IOException(
          name(here, read.changed().iterator().next()) + " changed while it was read");
    }
    files.sort(Comparator.comparing(InputFile::path));
    return files;
  }

  private static String name(Path here, Path file) {
    return here.relativize(file).toString().replace('\\', '/');
  }

  /** Returns the SHA-256 of {@code bytes} in hexadecimal digits. */
  static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(ContentHash.sha256().digest(bytes));
  }
}
