package dev.zonec.tests.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The project's own texts, as seeds for fuzzing. */
final class SpecTexts {
  private static final Path ROOT = Path.of(System.getProperty("zonec.root", ".."));

  private SpecTexts() {}

  /** Returns every file below {@code folders} whose name ends in {@code ending}. */
  static Stream<String> ending(String ending, String... folders) {
    return Stream.of(folders)
        .flatMap(folder -> files(ROOT.resolve(folder)))
        .filter(file -> file.toString().endsWith(ending))
        .sorted()
        .map(SpecTexts::read);
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      // A case may be no UTF-8; its text is then a seed with replacement characters.
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
