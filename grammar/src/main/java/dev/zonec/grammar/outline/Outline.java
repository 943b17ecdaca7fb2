package dev.zonec.grammar.outline;

import java.util.List;

/**
 * The statements of a source and the comments around them.
 *
 * @param lines its statements, in order
 * @param end what stands after the last of them
 */
public record Outline(List<Line> lines, Gap end) {
  /** Copies the lines. */
  public Outline {
    lines = List.copyOf(lines);
  }
}
