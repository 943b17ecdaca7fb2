package dev.zonec.grammar.outline;

import java.util.ArrayList;
import java.util.List;

/**
 * The layout of a source: its statements and the comments around them.
 *
 * @param lines the statements, in order
 * @param end the trivia after the last statement
 */
public record Outline(List<Line> lines, Trivia end) {
  /** Copies the lines. */
  public Outline {
    lines = List.copyOf(lines);
  }

  /** Returns every comment, in order. */
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
