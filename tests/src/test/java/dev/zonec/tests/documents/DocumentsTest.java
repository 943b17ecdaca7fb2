package dev.zonec.tests.documents;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command {@code $ ./zonec …} in a fenced block of the README, the examples' page, the
 * incident and the guide, in the order of its page. The output must be the one that the page shows:
 * standard output, then standard error.
 *
 * <ul>
 *   <li>A line {@code …} in the output stands for any number of lines.
 *   <li>A command without output must succeed; its output is not compared.
 *   <li>Commands that need a cluster ({@code -k}) are not run.
 *   <li>A fenced block under a line {@code `PATH`:} is a file of the scratch directory, which is
 *       {@code out} in the README, {@code case} in the incident and {@code tutorial} in the guide.
 *       A {@code .zone} file is written. Any other file is compared if a command of the page wrote
 *       it, and written otherwise.
 * </ul>
 *
 * {@code -Dzonec.rewrite=true} rewrites the output of commands whose output is shown completely.
 */
final class DocumentsTest {
  private static final boolean REWRITE = Boolean.getBoolean("zonec.rewrite");

  @TempDir private static Path scratch;

  @TestFactory
  Stream<DynamicTest> documents() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(page(Run.ROOT.resolve("README.md"), "out"));
    tests.add(page(Run.ROOT.resolve("examples/README.md"), "out"));
    tests.add(page(Run.ROOT.resolve("docs/incident.md"), "case"));
    Path guide = Run.ROOT.resolve("docs/guide");
    try (Stream<Path> files = Files.walk(guide)) {
      files
          .filter(f -> f.toString().endsWith(".md"))
          .sorted()
          .forEach(f -> tests.add(page(f, "tutorial")));
    }
    return tests.stream();
  }

  private static DynamicTest page(Path page, String scratchName) {
    return DynamicTest.dynamicTest(
        Run.ROOT.relativize(page).toString(),
        () -> {
          Path empty = Files.createTempDirectory(scratch, "page");
          new ShownPage(page, empty, scratchName, REWRITE).run();
        });
  }
}
