package dev.zonec.tests.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference says how much code must be trusted to believe a certificate. */
final class TrustedLinesTest {
  private static final String ENGINE = "verifier/engine/src/main/java/dev/zonec/verifier/";

  @Test
  void theNumbersOfLinesAreAboutRight() throws IOException {
    String spec = Files.readString(Run.ROOT.resolve("spec/certificates.md"));
    long checker = lines(List.of("verifier/checker/src/main/java"));
    assertThat(stated(spec, "verifier/checker"))
        .isBetween(about(checker, 0.9), about(checker, 1.1));
    long engine =
        lines(List.of(ENGINE + "smt", ENGINE + "reach", ENGINE + "quotient", ENGINE + "proof"));
    assertThat(stated(spec, "verifier/engine")).isBetween(about(engine, 0.9), about(engine, 1.1));
  }

  private static long about(long lines, double factor) {
    return Math.round(lines * factor);
  }

  private static long stated(String spec, String module) {
    Matcher lines =
        Pattern.compile(
                "about ([0-9,]+)\\s+lines\\s+of (code in )?the\\s+module\\s+`" + module + "`")
            .matcher(spec);
    assertThat(lines.find()).as(module).isTrue();
    return Long.parseLong(lines.group(1).replace(",", ""));
  }

  private static long lines(List<String> folders) throws IOException {
    long lines = 0;
    for (String folder : folders) {
      try (Stream<Path> files = Files.walk(Run.ROOT.resolve(folder))) {
        lines +=
            files
                .filter(file -> file.toString().endsWith(".java"))
                .mapToLong(TrustedLinesTest::count)
                .sum();
      }
    }
    return lines;
  }

  private static long count(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
