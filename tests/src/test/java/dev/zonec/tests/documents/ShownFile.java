package dev.zonec.tests.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that a document shows: a fenced block under a line {@code `PATH`:}.
 *
 * @param path the path that the document names
 * @param line the index of the line that names it
 * @param content the lines of the block
 */
record ShownFile(String path, int line, String content) implements Shown {
  private static final Pattern TITLE = Pattern.compile("(?:.*\\s)?`([^`\\s]+)`:");

  /** The files of a Markdown text, in their order. */
  static List<ShownFile> of(List<String> lines) {
    List<ShownFile> found = new ArrayList<>();
    for (int i = 0; i + 2 < lines.size(); i++) {
      Matcher title = TITLE.matcher(lines.get(i));
      if (title.matches() && lines.get(i + 1).isBlank() && lines.get(i + 2).startsWith("```")) {
        int end = i + 3;
        while (!lines.get(end).startsWith("```")) {
          end++;
        }
        String content = String.join("\n", lines.subList(i + 3, end)) + "\n";
        found.add(new ShownFile(title.group(1), i, content));
      }
    }
    return found;
  }
}
