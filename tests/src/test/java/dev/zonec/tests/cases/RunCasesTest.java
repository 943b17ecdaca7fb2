package dev.zonec.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder under {@code spec/cases/runs} with a file {@code run} is a case. {@code run} contains
 * comments ({@code #} lines at its beginning), then commands, each followed by its exit code and
 * its complete output (see {@link Transcript}). {@code -Dzonec.rewrite=true} rewrites the output;
 * comments and commands stay.
 */
final class RunCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("zonec.root", ".."), "spec", "cases", "runs");
  private static final boolean REWRITE = Boolean.getBoolean("zonec.rewrite");

  @TempDir private static Path scratch;

  @Test
  void thereAreCases() throws IOException {
    assertThat(runs()).isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> runs() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files.filter(f -> f.endsWith("run")).map(Path::getParent).sorted().toList().stream()
          .map(f -> DynamicTest.dynamicTest(CASES.relativize(f).toString(), () -> compare(f)));
    }
  }

  private static void compare(Path folder) throws IOException {
    Path file = folder.resolve("run");
    Transcript transcript =
        new Transcript(
            folder.toAbsolutePath().normalize(), Files.createTempDirectory(scratch, "run"));
    StringBuilder actual = new StringBuilder();
    boolean started = false;
    for (String line : Transcript.lines(file)) {
      if (Transcript.isCommand(line)) {
        actual.append(started ? "\n" : "").append(line).append('\n').append(transcript.run(line));
        started = true;
      } else if (!started) {
        actual.append(line).append('\n');
      }
    }
    if (REWRITE) {
      Files.writeString(file, actual);
    } else {
      assertThat(actual.toString()).as("%s", folder).isEqualTo(Files.readString(file));
    }
  }
}
