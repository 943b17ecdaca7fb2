package dev.zonec.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.cli.ExitCode;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Exit codes are documented in one place, which the other documents and the help name. */
final class ExitCodesTest {
  private static final Path PAGE = Run.ROOT.resolve("docs/exit-codes.md");
  private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|", Pattern.MULTILINE);

  @Test
  void thePageListsEveryCode() throws IOException {
    assertThat(numbers(PAGE))
        .isEqualTo(
            Arrays.stream(ExitCode.values())
                .map(ExitCode::number)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void otherDocumentsNameThePage() throws IOException {
    for (String name : List.of("README.md", "spec/verification.md", "docs/guide/README.md")) {
      Path file = Run.ROOT.resolve(name);
      assertThat(Files.readString(file)).as(name).contains("exit-codes.md");
      assertThat(numbers(file)).as(name).isEmpty();
    }
  }

  @Test
  void theHelpListsEveryCodeAndNamesThePage() {
    String help = Run.zonec("--help").out();
    assertThat(help).contains("docs/exit-codes.md");
    for (ExitCode code : ExitCode.values()) {
      assertThat(help).containsPattern("(?m)^ *" + code.number() + " +\\S");
    }
  }

  /** Every command has a row, because each has exit codes. */
  @Test
  void thePageNamesEveryCommand() throws IOException {
    String page = Files.readString(PAGE);
    Set<String> missing = new TreeSet<>();
    Run.zonec("--help")
        .out()
        .lines()
        .dropWhile(line -> !line.startsWith("Commands:"))
        .skip(1)
        .takeWhile(line -> line.startsWith("  "))
        .filter(line -> line.matches("  [a-z].*"))
        .map(line -> line.strip().split(" ")[0])
        .filter(command -> !page.matches("(?s).*`" + command + "[ `].*"))
        .forEach(missing::add);
    assertThat(missing).isEmpty();
  }

  private static TreeSet<Integer> numbers(Path file) throws IOException {
    return ROW.matcher(Files.readString(file))
        .results()
        .map(match -> Integer.valueOf(match.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
