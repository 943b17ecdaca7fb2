package dev.zonec.application.certificate;

import dev.zonec.diagnostics.OrderedMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The inputs of a certificate.
 *
 * @param root the folder that contains all of them
 * @param files the files, sorted by path
 */
public record InputDigests(Path root, List<File> files) {
  /** Copies the list. */
  public InputDigests {
    files = List.copyOf(files);
  }

  /**
   * An input.
   *
   * @param path the path from the root, with slashes
   * @param sha256 the digest of its bytes in hexadecimal digits
   */
  public record File(String path, String sha256) {
    Map<String, Object> data() {
      return OrderedMap.of("path", path, "sha256", sha256);
    }
  }

  /** Returns the path of {@code file} from {@code root}, with slashes. */
  static String name(Path root, Path file) {
    return root.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }
}
