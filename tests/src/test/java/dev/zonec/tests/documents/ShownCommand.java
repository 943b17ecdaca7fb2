package dev.zonec.tests.documents;

import java.util.ArrayList;
import java.util.List;

/**
 * A command of a document and the output that the document shows.
 *
 * @param command the command, its continuation lines joined
 * @param first the index of the first line of output
 * @param end the index after the last line of output
 * @param output the output, without blank lines at its end
 */
record ShownCommand(String command, int first, int end, List<String> output) implements Shown {
  private static final String PROMPT = "$ ./zonec ";

  ShownCommand {
    output = List.copyOf(output);
  }

  /** The commands in the fenced blocks of a Markdown text, in their order. */
  static List<ShownCommand> of(List<String> lines) {
    List<ShownCommand> found = new ArrayList<>();
    boolean fenced = false;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        fenced = !fenced;
      } else if (fenced && lines.get(i).startsWith(PROMPT)) {
        found.add(at(lines, i));
      }
    }
    return found;
  }

  private static ShownCommand at(List<String> lines, int start) {
    StringBuilder command = new StringBuilder("$ zonec ");
    int next = start;
    String part = lines.get(start).substring(PROMPT.length());
    while (part.endsWith("\\")) {
      command.append(part, 0, part.length() - 1);
      next++;
      part = lines.get(next).strip();
    }
    command.append(part);
    int end = next + 1;
    while (!lines.get(end).startsWith("```") && !lines.get(end).startsWith("$ ")) {
      end++;
    }
    int last = end;
    while (last > next + 1 && lines.get(last - 1).isBlank()) {
      last--;
    }
    return new ShownCommand(command.toString(), next + 1, last, lines.subList(next + 1, last));
  }

  @Override
  public int line() {
    return first;
  }

  /** Whether a line {@code …} stands for lines that the document leaves out. */
  boolean isExcerpt() {
    return output.contains("…");
  }
}
