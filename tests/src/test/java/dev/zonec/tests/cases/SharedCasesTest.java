package dev.zonec.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cases whose inputs are outside of the project, in the folder {@code cases} of the folder that
 * {@code zonec.shared} names. Each file of {@code tests/src/test/resources/shared-cases} has the
 * name of a case and contains commands (see {@link Transcript}), each followed by claims about its
 * output: {@code exit N}, {@code says TEXT} and {@code not TEXT}. Every command states its exit
 * code.
 */
final class SharedCasesTest {
  private static final Path ANSWERS =
      Path.of(System.getProperty("zonec.root", ".."))
          .resolve("tests/src/test/resources/shared-cases");
  private static final Path CASES =
      Path.of(System.getProperty("zonec.shared", "../../shared"), "cases")
          .toAbsolutePath()
          .normalize();

  @TempDir private static Path scratch;

  @TestFactory
  Stream<DynamicTest> answers() throws IOException {
    try (Stream<Path> files = Files.list(ANSWERS)) {
      return files.sorted().toList().stream()
          .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check(f)));
    }
  }

  private static void check(Path answers) throws IOException {
    Path folder = CASES.resolve(answers.getFileName().toString());
    assumeTrue(Files.isDirectory(folder), () -> folder + " is absent");
    Transcript transcript = new Transcript(folder, Files.createTempDirectory(scratch, "case"));
    List<String> lines = Transcript.lines(answers).stream().filter(l -> !l.isBlank()).toList();
    String answer = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (Transcript.isCommand(line)) {
        answer = transcript.run(line);
        assertThat(lines.get(i + 1)).as("after `%s`", line).startsWith("exit ");
      } else if (line.startsWith("exit ")) {
        assertThat(answer.lines().findFirst().orElseThrow()).as(answer).isEqualTo(line);
      } else if (line.startsWith("says ")) {
        assertThat(answer).contains(line.substring("says ".length()));
      } else if (line.startsWith("not ")) {
        assertThat(answer).doesNotContain(line.substring("not ".length()));
      } else {
        assertThat(line).as("a line of %s", answers).startsWith("#");
      }
    }
  }
}
