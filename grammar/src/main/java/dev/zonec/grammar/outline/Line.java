package dev.zonec.grammar.outline;

import java.util.List;

/**
 * A statement, or a clause of one. The formatter gives each a line of its own.
 *
 * @param kind statement or clause
 * @param parts its tokens and blocks, in order; the first part is a token
 */
public record Line(Kind kind, List<Part> parts) {
  /** The kind of a line. */
  public enum Kind {
    STATEMENT,
    CLAUSE
  }

  /** Rejects a line that does not begin with a token. */
  public Line {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || !(parts.getFirst() instanceof Part.Token)) {
      throw new IllegalArgumentException("a line begins with a token");
    }
  }

  /** Returns the first token. */
  public Part.Token first() {
    return (Part.Token) parts.getFirst();
  }
}
