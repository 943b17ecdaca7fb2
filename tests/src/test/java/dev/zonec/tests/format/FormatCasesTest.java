package dev.zonec.tests.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code spec/cases/format/x.zone} is formatted to {@code x.expected}, byte for byte; {@code
 * -Dzonec.rewrite=true} rewrites the expectations. All other sources of the repository are already
 * formatted.
 */
final class FormatCasesTest {
  private static final Path ROOT = Path.of(System.getProperty("zonec.root", ".."));
  private static final Path CASES = ROOT.resolve("spec/cases/format");
  private static final boolean REWRITE = Boolean.getBoolean("zonec.rewrite");

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".zone")).sorted().toList();
    }
  }

  @Test
  void thereAreCases() throws IOException {
    assertThat(sources(CASES)).hasSizeGreaterThan(8);
  }

  @Test
  void anEmptySourceStaysEmpty() {
    assertThat(FormatProperty.format("")).isEmpty();
    assertThat(FormatProperty.format(" \n\n ")).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return sources(CASES).stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    String formatted = FormatProperty.format(Files.readString(file));
    assertThat(FormatProperty.format(formatted)).isEqualTo(formatted);
    String name = file.getFileName().toString().replace(".zone", ".expected");
    Path expected = file.resolveSibling(name);
    if (REWRITE) {
      Files.writeString(expected, formatted);
    }
    assertThat(formatted).as("%s", file).isEqualTo(Files.readString(expected));
  }

  @TestFactory
  Stream<DynamicTest> sourcesOfTheRepositoryAreFormatted() throws IOException {
    return Stream.of("examples", "spec/cases/accept", "spec/cases/warn")
        .map(ROOT::resolve)
        .flatMap(
            folder -> {
              try {
                return sources(folder).stream();
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            })
        .map(
            file ->
                DynamicTest.dynamicTest(
                    ROOT.relativize(file).toString(),
                    () -> {
                      String text = Files.readString(file);
                      assertThat(FormatProperty.format(text)).isEqualTo(text);
                    }));
  }
}
