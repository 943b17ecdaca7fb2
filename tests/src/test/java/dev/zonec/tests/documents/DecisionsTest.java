package dev.zonec.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/decisions/README.md} lists every decision once, under a topic, with its title. {@code
 * -Dzonec.rewrite=true} corrects the rows and appends decisions that are missing; move their rows
 * to the right topic.
 */
final class DecisionsTest {
  private static final Path FOLDER = Run.ROOT.resolve("docs/decisions");
  private static final Pattern TITLE = Pattern.compile("# (\\d+)\\. (.+)");
  private static final Pattern REPLACED =
      Pattern.compile("^Replaced by \\[decision (\\d+)\\]", Pattern.MULTILINE);
  private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| .*\\|$", Pattern.MULTILINE);

  @Test
  void theIndexListsEveryDecision() throws IOException {
    Map<String, String> rows = rows();
    assertThat(rows).hasSizeGreaterThan(40);
    Path readme = FOLDER.resolve("README.md");
    String index = Files.readString(readme);
    if (Boolean.getBoolean("zonec.rewrite")) {
      Files.writeString(readme, corrected(index, rows));
      return;
    }
    List<String> listed = ROW.matcher(index).results().map(MatchResult::group).toList();
    assertThat(listed).containsExactlyInAnyOrderElementsOf(rows.values());
  }

  /** In each topic, decisions are in the order of their numbers. */
  @Test
  void eachTopicIsInOrder() throws IOException {
    String index = Files.readString(FOLDER.resolve("README.md"));
    List<String> topics = Arrays.asList(index.split("(?m)^## ")).stream().skip(1).toList();
    assertThat(topics).hasSizeGreaterThan(5);
    for (String topic : topics) {
      List<Integer> numbers =
          ROW.matcher(topic).results().map(row -> Integer.valueOf(row.group(1))).toList();
      assertThat(numbers).as(topic).isNotEmpty().isSorted();
    }
  }

  private static String corrected(String index, Map<String, String> rows) {
    Map<String, String> missing = new LinkedHashMap<>(rows);
    List<String> lines = new ArrayList<>();
    for (String line : index.stripTrailing().split("\n", -1)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        String right = missing.remove(row.group(1));
        if (right != null) {
          lines.add(right);
        }
      } else {
        lines.add(line);
      }
    }
    lines.addAll(missing.values());
    return String.join("\n", lines) + "\n";
  }

  /** The row of each decision, by its number. */
  private static Map<String, String> rows() throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    for (Path page : pages()) {
      String text = Files.readString(page);
      Matcher title = TITLE.matcher(text.lines().findFirst().orElse(""));
      assertThat(title.matches()).as("%s begins with `# N. Title`", page).isTrue();
      String name = page.getFileName().toString();
      String number = title.group(1);
      assertThat(Integer.parseInt(name.substring(0, 4)))
          .as(name)
          .isEqualTo(Integer.parseInt(number));
      Matcher replaced = REPLACED.matcher(text);
      String later = replaced.find() ? ", replaced by " + replaced.group(1) : "";
      rows.put(number, "| " + number + " | [" + title.group(2) + "](" + name + ")" + later + " |");
    }
    return rows;
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> !f.endsWith("README.md")).sorted().toList();
    }
  }
}
