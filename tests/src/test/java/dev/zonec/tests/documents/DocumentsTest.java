package dev.zonec.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.cases.Transcript;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command {@code $ ./zonec …} in a fenced block of the README, the examples' page and the
 * guide is run in the order of its page, and prints what the page shows: standard output, then
 * standard error. A line {@code …} stands for any number of lines. A command without output must
 * succeed; its output is not compared. Commands that need a cluster ({@code -k}) are not run.
 * {@code -Dzonec.rewrite=true} rewrites the output of commands that are shown whole.
 */
final class DocumentsTest {
  private static final boolean REWRITE = Boolean.getBoolean("zonec.rewrite");

  @TempDir private static Path scratch;

  @TestFactory
  Stream<DynamicTest> documents() throws IOException {
    List<Path> pages = new ArrayList<>();
    pages.add(Run.ROOT.resolve("README.md"));
    pages.add(Run.ROOT.resolve("examples/README.md"));
    Path guide = Run.ROOT.resolve("docs/guide");
    if (Files.isDirectory(guide)) {
      try (Stream<Path> files = Files.walk(guide)) {
        files.filter(f -> f.toString().endsWith(".md")).sorted().forEach(pages::add);
      }
    }
    return pages.stream()
        .map(p -> DynamicTest.dynamicTest(Run.ROOT.relativize(p).toString(), () -> check(p)));
  }

  private static void check(Path page) throws IOException {
    Transcript transcript =
        new Transcript(Run.ROOT, Files.createTempDirectory(scratch, "page"), "out");
    List<String> lines = new ArrayList<>(Arrays.asList(Files.readString(page).split("\n", -1)));
    int moved = 0;
    for (ShownCommand shown : ShownCommand.of(List.copyOf(lines))) {
      if (shown.command().matches(".* -k\\b.*")) {
        continue;
      }
      List<String> answer = transcript.run(shown.command()).stripTrailing().lines().toList();
      String exit = answer.get(0);
      List<String> printed = answer.subList(1, answer.size());
      assertThat(exit).as(shown.command()).isIn("exit 0", "exit 1", "exit 3", "exit 4");
      if (shown.output().isEmpty()) {
        assertThat(exit)
            .as("%s%n%s", shown.command(), String.join("\n", printed))
            .isEqualTo("exit 0");
      } else if (REWRITE && !shown.isExcerpt()) {
        lines.subList(shown.first() + moved, shown.end() + moved).clear();
        lines.addAll(shown.first() + moved, printed);
        moved += printed.size() - shown.output().size();
      } else {
        matches(shown, printed);
      }
    }
    if (REWRITE) {
      Files.writeString(page, String.join("\n", lines));
    }
  }

  /** Each part between lines {@code …} occurs, in order; the first part begins the output. */
  private static void matches(ShownCommand shown, List<String> printed) {
    String all = undated("\n" + String.join("\n", printed) + "\n");
    int from = 0;
    boolean anchored = true;
    List<String> part = new ArrayList<>();
    List<String> expected = new ArrayList<>(shown.output());
    expected.add("…");
    for (String line : expected) {
      if (!line.equals("…")) {
        part.add(line);
        continue;
      }
      if (!part.isEmpty()) {
        String text = undated("\n" + String.join("\n", part) + "\n");
        int at = all.indexOf(text, from);
        assertThat(at).as("%s prints%n%s%nand not%n%s", shown.command(), all, text).isNotNegative();
        assertThat(anchored && at > 0)
            .as("%s prints more first:%n%s", shown.command(), all)
            .isFalse();
        from = at + text.length() - 1;
      }
      part.clear();
      anchored = false;
    }
    if (!shown.isExcerpt()) {
      assertThat(from).as("%s prints more:%n%s", shown.command(), all).isEqualTo(all.length() - 1);
    }
  }

  /** Pages show the day on which they were written. */
  private static String undated(String text) {
    return text.replaceAll("as of \\d{4}-\\d{2}-\\d{2}", "as of DATE");
  }
}
