package dev.zonec.grammar.outline;

import java.util.List;

/**
 * The comments and line breaks between two tokens.
 *
 * @param comments the comments, in order
 * @param lineBreak whether the following token is the first one of its line
 * @param blankLine whether there is an empty line above the following token
 */
public record Trivia(List<Comment> comments, boolean lineBreak, boolean blankLine) {
  /** Copies the comments. */
  public Trivia {
    comments = List.copyOf(comments);
  }
}
