package dev.zonec.tests.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.ZonecCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives the extension in Visual Studio Code, if the editor is installed for it. */
final class VsCodeTest {
  private static final Path SCRIPT =
      Path.of(System.getProperty("zonec.root"), "editors", "vscode", "test", "run.js");

  @TempDir private Path folder;

  @Test
  void theExtensionWorksInTheEditor() throws Exception {
    Assumptions.assumeTrue(
        Files.exists(SCRIPT.resolveSibling("node_modules")),
        "npm ci was not run in editors/vscode/test");
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder("node", SCRIPT.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("ZONEC", ZonecCommand.in(folder).toString());
    Process script = builder.start();
    boolean ended = script.waitFor(10, TimeUnit.MINUTES);
    script.destroy();
    String said = Files.readString(log);
    assertThat(ended).as(said).isTrue();
    Assumptions.assumeFalse(said.startsWith("skipped: "), said);
    assertThat(script.exitValue()).as(said).isZero();
    assertThat(said.lines()).hasSizeGreaterThan(9).allMatch(line -> line.startsWith("ok: "));
  }
}
