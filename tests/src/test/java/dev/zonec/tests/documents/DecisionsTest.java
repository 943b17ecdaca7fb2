package dev.zonec.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/decisions/README.md} lists every decision by number and title. {@code
 * -Dzonec.rewrite=true} writes the list.
 */
final class DecisionsTest {
  private static final Path FOLDER = Run.ROOT.resolve("docs/decisions");
  private static final Pattern TITLE = Pattern.compile("# (\\d+)\\. (.+)");
  private static final String INTRODUCTION =
      """
      # Decisions

      Each page records one decision: its context, the decision, and what follows from it. A page is not
      changed when a later decision replaces it; the later page says so.

      | | decision |
      |---|---|
      """;

  @Test
  void theIndexListsEveryDecision() throws IOException {
    StringBuilder index = new StringBuilder(INTRODUCTION);
    for (Path page : pages()) {
      String first = Files.readAllLines(page).get(0);
      Matcher title = TITLE.matcher(first);
      assertThat(title.matches()).as("%s begins with `# N. Title`", page).isTrue();
      String name = page.getFileName().toString();
      assertThat(Integer.parseInt(name.substring(0, 4)))
          .as(name)
          .isEqualTo(Integer.parseInt(title.group(1)));
      index
          .append("| ")
          .append(title.group(1))
          .append(" | [")
          .append(title.group(2))
          .append("](")
          .append(name)
          .append(") |\n");
    }
    Path readme = FOLDER.resolve("README.md");
    if (Boolean.getBoolean("zonec.rewrite")) {
      Files.writeString(readme, index);
    } else {
      assertThat(index.toString()).isEqualTo(Files.readString(readme));
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> !f.endsWith("README.md")).sorted().toList();
    }
  }
}
