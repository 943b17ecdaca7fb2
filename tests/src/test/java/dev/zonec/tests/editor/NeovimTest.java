package dev.zonec.tests.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives {@code zonec lsp} with Neovim, if it is installed. */
final class NeovimTest {
  private static final Path SCRIPT =
      Path.of(
          System.getProperty("zonec.root"),
          "tests",
          "src",
          "test",
          "resources",
          "editor",
          "drive.lua");

  @TempDir private Path folder;

  @Test
  void neovimShowsProblemsAndRenames() throws Exception {
    Assumptions.assumeTrue(isInstalled(), "nvim is not on the PATH");
    Path file = folder.toRealPath().resolve("shop.zone");
    Files.writeString(
        file,
        """
        module shop

        zone web { namespace shop  pods app=web }
        zone db { namespace shop  pods app=db }
        allow web -> db : tcp/5432
        assert sealed: only web -> db
        """);
    Path out = folder.resolve("out");
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder("nvim", "--headless", "--clean", "-S", SCRIPT.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("FILE", file.toString());
    builder.environment().put("OUT", out.toString());
    builder.environment().put("ZONEC", ZonecCommand.in(folder).toString());
    builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
    Process editor = builder.start();
    boolean ended = editor.waitFor(180, TimeUnit.SECONDS);
    editor.destroyForcibly();
    assertThat(ended).as(Files.readString(log)).isTrue();
    assertThat(out).as(Files.readString(log)).exists();
    assertThat(Files.readString(out))
        .isEqualTo(
            """
            problem 4:13-16 ZC0203
            no problem
            completion db web
            hover ```zone zone db { namespace shop pods app=db } ```
            renamed zone web { namespace shop  pods app=web } | zone orders { namespace shop  pods\
             app=db } | allow web -> orders : tcp/5432 | assert sealed: only web -> orders
            lens proved
            """);
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(each -> Files.isExecutable(Path.of(each, "nvim")));
  }
}
