package dev.zonec.application.certificate;

import dev.zonec.diagnostics.ContentHash;
import dev.zonec.diagnostics.inputs.ReadPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Records the files that a run reads. */
public final class InputFiles {
  private final ReadPaths read = new ReadPaths();

  /** Returns the result of {@code work}, whose files are recorded. */
  public <T> T during(Supplier<T> work) {
    return read.during(work);
  }

  /**
   * Returns the files that were read.
   *
   * @throws IOException if a file cannot be read anymore, or has changed since it was read
   */
  public InputDigests digests() throws IOException {
    TreeSet<Path> files = new TreeSet<>();
    read.files().stream().filter(Files::isRegularFile).forEach(files::add);
    Path root = root(files);
    List<InputDigests.File> digests = new ArrayList<>();
    for (Path file : files) {
      digests.add(
          new InputDigests.File(InputDigests.name(root, file), digest(Files.readAllBytes(file))));
    }
    Set<Path> changed = read.changed();
    if (!changed.isEmpty()) {
      throw new IOException(changed.iterator().next() + " changed while it was read");
    }
    return new InputDigests(root, digests);
  }

  /** Returns the folder that contains all files, so that names do not depend on where it is. */
  private static Path root(NavigableSet<Path> files) {
    Path root = Path.of("").toAbsolutePath();
    if (!files.isEmpty()) {
      root = files.first().getParent();
      while (root != null && !files.last().startsWith(root)) {
        root = root.getParent();
      }
    }
    if (root == null) {
      throw new IllegalStateException("files without a common folder: " + files);
    }
    return root;
  }

  /** Returns the SHA-256 of {@code bytes} in hexadecimal digits. */
  static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(ContentHash.sha256().digest(bytes));
  }
}
