package dev.zonec.grammar.outline;

import java.util.List;

/**
 * A statement, or a clause of one: what a formatter would give a line of its own.
 *
 * @param kind which of the two
 * @param parts its tokens and blocks, in order; the first is a token
 */
public record Line(Kind kind, List<Part> parts) {
  /** What a line is. */
  public enum Kind {
    STATEMENT,
    CLAUSE
  }

  /** Refuses a line that does not begin with a token. */
  public Line {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || !(parts.getFirst() instanceof Part.Token)) {
      throw new IllegalArgumentException("a line begins with a token");
    }
  }

  /** The token that it begins with. */
  public Part.Token first() {
    return (Part.Token) parts.getFirst();
  }
}
