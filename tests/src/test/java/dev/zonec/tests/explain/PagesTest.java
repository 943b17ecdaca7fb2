package dev.zonec.tests.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.page.Page;
import dev.zonec.diagnostics.page.PageText;
import dev.zonec.diagnostics.page.Pages;
import dev.zonec.diagnostics.page.Sample;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every code has a page. Its wrong sample causes the diagnostic that the page shows, and its right
 * sample does not. {@code -Dzonec.rewrite=true} writes the diagnostics of the wrong samples into
 * the pages.
 */
final class PagesTest {
  private static final boolean REWRITE = Boolean.getBoolean("zonec.rewrite");

  /** Codes whose samples need a cluster or Helm; other tests cause these diagnostics. */
  private static final Set<Code> NOT_RUN = EnumSet.of(Code.ZC0642, Code.ZC0643, Code.ZC0809);

  @TempDir private static Path dir;

  @Test
  void everyCodeHasAPageAndEveryPageACode() throws IOException {
    Set<String> codes = new TreeSet<>();
    Arrays.stream(Code.values()).forEach(code -> codes.add(code + ".md"));
    try (Stream<Path> files = Files.list(Run.ROOT.resolve("docs/diagnostics"))) {
      Set<String> pages =
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      pages.remove("README.md");
      assertThat(pages).isEqualTo(codes);
    }
  }

  @TestFactory
  Stream<DynamicTest> pages() {
    return Arrays.stream(Code.values())
        .flatMap(code -> Pages.of(code).map(page -> test(code, page)).stream());
  }

  private static DynamicTest test(Code code, Page page) {
    return DynamicTest.dynamicTest(
        code.name(),
        () -> {
          assertThat(page.heading()).isEqualTo(code + ": " + code.title());
          assertThat(page.sections()).containsExactly("Why", "Wrong", "Right", "How to fix it");
          assertThat(page.samples())
              .anyMatch(sample -> sample.example() == Sample.ExampleKind.WRONG);
          assertThat(page.samples())
              .anyMatch(sample -> sample.example() == Sample.ExampleKind.RIGHT);
          assertThat(PageText.of(page, 100).lines()).allMatch(line -> line.length() <= 100);
          if (NOT_RUN.contains(code)) {
            return;
          }
          List<Run> wrong = run(code, page, Sample.ExampleKind.WRONG);
          String said = wrong.stream().map(Run::err).collect(Collectors.joining());
          assertThat(said).contains("[" + code + "]");
          List<String> report = PageReport.of(code, said, folder(code, Sample.ExampleKind.WRONG));
          if (REWRITE) {
            PageReport.write(Run.ROOT.resolve("docs/diagnostics/" + code + ".md"), report);
          } else {
            assertThat(PageReport.shownIn(page))
                .as("what %s shows; `-Dzonec.rewrite=true` writes it anew", code)
                .isEqualTo(report);
          }
          for (Run right : run(code, page, Sample.ExampleKind.RIGHT)) {
            assertThat(right.err() + right.out()).doesNotContain("[" + code + "]");
            assertThat(right.exit()).as(right.err() + right.out()).isZero();
          }
        });
  }

  private static Path folder(Code code, Sample.ExampleKind side) {
    return dir.resolve(code + "-" + side);
  }

  private static List<Run> run(Code code, Page page, Sample.ExampleKind side) throws IOException {
    Path folder = folder(code, side);
    Files.createDirectories(folder);
    List<String> commands = new ArrayList<>();
    boolean manifests = false;
    for (Sample sample : page.samples()) {
      if (!sample.isOf(side)) {
        continue;
      }
      if (sample.language().equals("console")) {
        sample
            .text()
            .lines()
            .map(line -> line.substring("$ zonec ".length()))
            .forEach(commands::add);
      } else {
        manifests |= sample.language().equals("yaml");
        Path file = folder.resolve(sample.file());
        Files.createDirectories(file.getParent());
        Files.write(file, bytes(sample));
      }
    }
    if (commands.isEmpty()) {
      commands.add("compile shop.zone --as-of 2026-11-23" + (manifests ? " -m k8s" : ""));
    }
    return commands.stream().map(command -> run(folder, command)).toList();
  }

  /** Returns the command for {@code folder}, with paths that lead to the folder. */
  private static Run run(Path folder, String command) {
    String[] words = command.split(" +(?=(?:[^']*'[^']*')*[^']*$)", -1);
    List<String> args = new ArrayList<>();
    for (String word : words) {
      boolean path =
          word.matches("[a-z0-9]+(/[a-z0-9.]*|\\.zone|\\.yaml|\\.json)|k8s|shop|out|nowhere");
      args.add(path ? folder.resolve(word).toString() : word.replace("'", ""));
    }
    return Run.zonecIn(folder, args.toArray(String[]::new));
  }

  private static byte[] bytes(Sample sample) {
    String text = sample.text();
    Charset charset = StandardCharsets.UTF_8;
    for (String attribute : sample.attributes()) {
      String value = attribute.substring(attribute.indexOf('=') + 1);
      switch (attribute.substring(0, attribute.indexOf('='))) {
        // A page can have several lines with NNN, each with its own number.
        case "repeat" -> text = repeated(text, Integer.parseInt(value));
        case "charset" -> charset = Charset.forName(value);
        default -> throw new AssertionError("no such attribute: " + attribute);
      }
    }
    return text.getBytes(charset);
  }

  private static String repeated(String text, int times) {
    return text.lines()
        .flatMap(
            line ->
                line.contains("NNN")
                    ? IntStream.rangeClosed(1, times)
                        .mapToObj(n -> line.replace("NNN", Integer.toString(n)))
                    : Stream.of(line))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void explainPrintsThePageOrTheList() {
    assertThat(Run.zonec("explain", "ZC0203").out()).startsWith("ZC0203: ").contains("WRONG");
    assertThat(Run.zonec("explain").out().lines().count()).isEqualTo(Code.values().length);
    assertThat(Run.zonec("explain", "ZC9999").exit()).isEqualTo(2);
  }
}
