package dev.zonec.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.cli.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompletionScriptTest {
  @TempDir private Path folder;

  @Test
  void bashCompletesCommandsAndOptions() throws IOException, InterruptedException {
    Path script = script("bash");
    assertThat(completed(script, "zonec ver")).contains("verify");
    assertThat(completed(script, "zonec verify --as-w")).contains("--as-written");
    assertThat(completed(script, "zonec completion f")).containsIgnoringCase("fish");
  }

  /** What bash offers for the last word of {@code line}. */
  private static String completed(Path script, String line)
      throws IOException, InterruptedException {
    String program =
        "source "
            + script
            + "; COMP_WORDS=("
            + line
            + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE='"
            + line
            + "'; COMP_POINT=${#COMP_LINE}; _complete_zonec; printf '%s\\n' \"${COMPREPLY[@]}\"";
    Process bash = new ProcessBuilder("bash", "-c", program).redirectErrorStream(true).start();
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(out).isZero();
    return out;
  }

  @Test
  void fishHasALineForEachWord() throws IOException {
    String script = Files.readString(script("fish"));
    assertThat(script)
        .contains("complete -c zonec -n '__fish_use_subcommand' -f -a verify")
        .contains("-n '__fish_seen_subcommand_from verify' -l as-written")
        .contains("-n '__fish_seen_subcommand_from compile' -s o -l output -r")
        .contains("-n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'");
    assertThat(script.lines().skip(1)).allMatch(line -> line.startsWith("complete -c zonec -n '"));
  }

  @Test
  void anUnknownShellIsAUsageError() {
    CommandRun run = CommandRun.of("completion", "csh");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("csh");
  }

  private Path script(String shell) throws IOException {
    CommandRun run = CommandRun.of("completion", shell);
    assertThat(run.exit()).isZero();
    return Files.writeString(folder.resolve("completion." + shell), run.out());
  }
}
