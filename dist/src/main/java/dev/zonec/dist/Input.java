package dev.zonec.dist;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pinned file that packages contain.
 *
 * @param name such as {@code jdk}
 * @param platform the platform that it is for
 * @param version its version
 * @param sha256 the sum of its bytes, as hexadecimal digits
 * @param addresses where it can be downloaded; the first one that answers is taken
 */
record Input(String name, Platform platform, String version, String sha256, List<URI> addresses) {
  /** The name of the JDKs. Everything else is a package of Debian, which images contain. */
  static final String JDK = "jdk";

  /** Returns the rows of {@code inputs.tsv}. */
  static List<Input> all() throws IOException {
    try (InputStream table = Input.class.getResourceAsStream("inputs.tsv")) {
      if (table == null) {
        throw new IOException("inputs.tsv is absent");
      }
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Input::row)
          .toList();
    }
  }

  private static Input row(String line) {
    String[] cells = line.split("\t", -1);
    return new Input(
        cells[0],
        Platform.of(cells[1]),
        cells[2],
        cells[3],
        Stream.of(cells[4].split(" ")).map(URI::create).toList());
  }
}
