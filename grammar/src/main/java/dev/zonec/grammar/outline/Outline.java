package dev.zonec.grammar.outline;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements of a source and the comments around them.
 *
 * @param lines its statements, in order
 * @param end what stands after the last of them
 */
public record Outline(List<Line> lines, Trivia end) {
  /** Copies the lines. */
  public Outline {
    lines = List.copyOf(lines);
  }

  /** Every comment, in order. */
  public List<Comment> comments() {
    List<Comment> found = new ArrayList<>();
    lines.forEach(line -> addComments(line, found));
    found.addAll(end.comments());
    return List.copyOf(found);
  }

  private static void addComments(Line line, List<Comment> found) {
    for (Part part : line.parts()) {
      switch (part) {
        case Part.Token token -> found.addAll(token.before().comments());
        case Part.Block block -> {
          found.addAll(block.open().before().comments());
          block.lines().forEach(inner -> addComments(inner, found));
          found.addAll(block.close().before().comments());
        }
      }
    }
  }
}
