package dev.zonec.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.cases.Transcript;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A Markdown page whose steps are followed in a scratch directory. */
final class ShownPage {
  private final Path page;
  private final boolean rewrite;
  private final String scratchName;
  private final Path scratch;
  private final Transcript transcript;
  private final List<String> lines;
  private int moved;

  /**
   * @param scratch an empty directory
   * @param scratchName the name of that directory on the page
   * @param rewrite whether output that is shown whole is rewritten
   */
  ShownPage(Path page, Path scratch, String scratchName, boolean rewrite) throws IOException {
    this.page = page;
    this.rewrite = rewrite;
    this.scratch = scratch;
    this.scratchName = scratchName;
    this.transcript = new Transcript(Run.ROOT, scratch, scratchName);
    this.lines = new ArrayList<>(Arrays.asList(Files.readString(page).split("\n", -1)));
  }

  void run() throws IOException {
    List<String> original = List.copyOf(lines);
    List<? extends Shown> steps =
        Stream.concat(ShownFile.of(original).stream(), ShownCommand.of(original).stream())
            .sorted(Comparator.comparingInt(Shown::line))
            .toList();
    for (Shown step : steps) {
      switch (step) {
        case ShownFile file -> file(file);
        case ShownCommand command -> command(command);
      }
    }
    if (rewrite) {
      Files.writeString(page, String.join("\n", lines));
    }
  }

  private void file(ShownFile shown) throws IOException {
    if (!shown.path().startsWith(scratchName + "/")) {
      return;
    }
    Path file = scratch.resolve(shown.path().substring(scratchName.length() + 1));
    if (Files.exists(file) && !shown.path().endsWith(".zone")) {
      assertThat(shown.content()).as(shown.path()).isEqualTo(Files.readString(file));
    } else {
      Files.createDirectories(file.getParent());
      Files.writeString(file, shown.content());
    }
  }

  private void command(ShownCommand shown) throws IOException {
    if (shown.command().matches(".* -k\\b.*")) {
      return;
    }
    List<String> answer = transcript.run(shown.command()).stripTrailing().lines().toList();
    String exit = answer.get(0);
    List<String> printed = answer.subList(1, answer.size());
    assertThat(exit).as(shown.command()).isIn("exit 0", "exit 1", "exit 3", "exit 4");
    if (shown.output().isEmpty()) {
      assertThat(exit)
          .as("%s%n%s", shown.command(), String.join("\n", printed))
          .isEqualTo("exit 0");
    } else if (rewrite && !shown.isExcerpt()) {
      lines.subList(shown.first() + moved, shown.end() + moved).clear();
      lines.addAll(shown.first() + moved, printed);
      moved += printed.size() - shown.output().size();
    } else {
      matches(shown, printed);
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
