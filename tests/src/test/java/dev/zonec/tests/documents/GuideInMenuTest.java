package dev.zonec.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import dev.zonec.views.playground.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader of the guide finds the program of each command of a chapter in the menu. */
final class GuideInMenuTest {
  private static final Pattern COMMAND = Pattern.compile("\\$ zonec (?:verify|compile) (\\S+) .*");
  private static final Pattern MANIFESTS = Pattern.compile("-m (examples/\\S+)");

  private record Opened(String zones, List<String> manifests) {}

  @ParameterizedTest
  @ValueSource(strings = {"1-first-program.md", "2-assertions.md", "3-teams-and-environments.md"})
  void everyProgramIsInTheMenu(String chapter) throws IOException {
    String number = chapter.substring(0, 1);
    List<Opened> menu =
        Stream.of(Example.values())
            .filter(example -> example.title().startsWith("Guide " + number + ": "))
            .map(example -> new Opened(example.zones(), example.manifests()))
            .distinct()
            .toList();
    assertThat(menu).containsExactlyInAnyOrderElementsOf(commands(chapter));
  }

  /**
   * Returns the programs and manifests of the commands of a chapter, without those that a larger
   * command contains and those that read a cluster.
   */
  private static List<Opened> commands(String chapter) throws IOException {
    Path file = Run.ROOT.resolve("docs/guide").resolve(chapter);
    List<Opened> found = new ArrayList<>();
    for (ShownCommand shown : ShownCommand.of(Files.readAllLines(file))) {
      Matcher command = COMMAND.matcher(shown.command());
      List<String> manifests =
          MANIFESTS
              .matcher(shown.command())
              .results()
              .map(each -> inExamples(each.group(1)))
              .toList();
      if (command.matches() && !manifests.isEmpty()) {
        found.add(new Opened(inExamples(command.group(1)), manifests));
      }
    }
    return found.stream()
        .filter(
            one ->
                found.stream()
                    .noneMatch(
                        other ->
                            other.zones().equals(one.zones())
                                && other.manifests().size() > one.manifests().size()
                                && other.manifests().containsAll(one.manifests())))
        .distinct()
        .toList();
  }

  private static String inExamples(String path) {
    return path.replaceFirst("^examples/", "");
  }
}
