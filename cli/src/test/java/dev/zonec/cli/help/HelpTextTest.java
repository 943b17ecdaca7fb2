package dev.zonec.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTextTest {
  private static String help(String... command) {
    StringWriter out = new StringWriter();
    String[] args = Arrays.copyOf(command, command.length + 1);
    args[command.length] = "--help";
    assertThat(Main.run(new PrintWriter(out), new PrintWriter(new StringWriter()), args)).isZero();
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compile",
        "verify",
        "diff",
        "query",
        "why",
        "graph",
        "report",
        "serve",
        "import",
        "fmt",
        "lint",
        "explain",
        "completion",
        "man"
      })
  void fitsAndShowsEveryOptionOnce(String command) {
    String help = help(command);
    assertThat(help.lines()).allMatch(line -> line.length() <= 100);
    assertThat(help).startsWith("Usage: zonec " + command + " [OPTIONS]");
    List<String> options =
        help.lines()
            .filter(line -> line.matches(" {2}(-\\w, | {4})--.*"))
            .map(line -> line.strip().replaceFirst("^-\\w, ", "").split("[ =\\[]", 2)[0])
            .toList();
    assertThat(options).doesNotHaveDuplicates().contains("--help", "--version");
  }

  @Test
  void optionsStandUnderWhatTheyAreAbout() {
    assertThat(help("verify"))
        .containsSubsequence(
            "\nOptions:\n",
            "--plan ",
            "\nThe program:\n",
            "--as-of=DATE",
            "-p, --param=",
            "\nManifests and clusters:\n",
            "--context=",
            "-m, --manifests=",
            "\nWhat Kubernetes leaves open:\n",
            "--assume=",
            "\nOutput:\n",
            "--color=",
            "-h, --help");
    assertThat(help("fmt")).doesNotContain("Manifests and clusters");
  }

  @Test
  void theProgramsOwnHelpListsCommandsAndExitCodes() {
    String help = help();
    assertThat(help.lines()).allMatch(line -> line.length() <= 100);
    assertThat(help).contains("  verify ").contains("  70   a bug in zonec");
  }
}
