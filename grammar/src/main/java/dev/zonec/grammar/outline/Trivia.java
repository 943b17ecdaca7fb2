package dev.zonec.grammar.outline;

import java.util.List;

/**
 * What stands between two tokens.
 *
 * @param comments the comments, in order
 * @param lineBreak whether the token after the gap stands on a line of its own
 * @param blankLine whether the token after the gap has an empty line above it
 */
public record Trivia(List<Comment> comments, boolean lineBreak, boolean blankLine) {
  /** Copies the comments. */
  public Trivia {
    comments = List.copyOf(comments);
  }
}
