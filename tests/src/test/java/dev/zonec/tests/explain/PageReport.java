package dev.zonec.tests.explain;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.page.Page;
import dev.zonec.diagnostics.page.Page.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The diagnostic of the wrong sample on a page. The page shows it below the sample, with each line
 * indented by four spaces.
 */
final class PageReport {
  private static final String INDENT = "    ";

  /**
   * The maximum length of a line, so that it fits into the 98 columns of a page after indentation.
   */
  private static final int LONGEST = 94;

  private static final String LEAD = "zonec reports:";

  private PageReport() {}

  /**
   * Returns the first diagnostic with {@code code} in {@code said}, without the folder of the
   * sample.
   */
  static List<String> of(Code code, String said, Path folder) {
    List<String> lines =
        Arrays.asList(
            said.replace(folder + "/", "").replace(folder.toString(), ".").split("\n", -1));
    return lines.stream()
        .dropWhile(line -> !line.matches("(error|warning)\\[" + code + "].*"))
        .takeWhile(line -> !line.isBlank())
        .flatMap(line -> broken(line).stream())
        .toList();
  }

  /** Wraps a line. Continuation lines are indented to the beginning of the text. */
  private static List<String> broken(String line) {
    List<String> out = new ArrayList<>();
    String indent = " ".repeat(line.indexOf(line.strip()) + 2);
    String rest = line.stripTrailing();
    while (rest.length() > LONGEST) {
      int space = rest.lastIndexOf(' ', LONGEST);
      if (space <= indent.length()) {
        break;
      }
      out.add(rest.substring(0, space).stripTrailing());
      rest = indent + rest.substring(space + 1).strip();
    }
    out.add(rest);
    return out;
  }

  /** Returns the diagnostic that {@code page} shows. */
  static List<String> shownIn(Page page) {
    List<String> shown = new ArrayList<>();
    String section = "";
    for (Block block : page.blocks()) {
      switch (block) {
        case Block.Section(String heading) -> section = heading;
        case Block.Prose(List<String> lines) -> {
          if (section.equals("Wrong")) {
            lines.stream()
                .filter(line -> line.startsWith(INDENT))
                .forEach(line -> shown.add(line.substring(INDENT.length())));
          }
        }
        case Block.Code code -> {}
      }
    }
    return shown;
  }

  /** Writes {@code report} to the end of the section about the wrong sample. */
  static void write(Path file, List<String> report) throws IOException {
    String page = Files.readString(file);
    String next = "\n## Right\n";
    int end = page.indexOf(next);
    int old = page.indexOf("\n" + LEAD + "\n");
    String before = page.substring(0, old >= 0 && old < end ? old : end);
    String shown = INDENT + String.join("\n" + INDENT, report);
    Files.writeString(file, before + "\n" + LEAD + "\n\n" + shown + "\n" + page.substring(end));
  }
}
