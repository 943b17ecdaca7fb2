package dev.zonec.grammar.tree;

import dev.zonec.diagnostics.Span;

/** A place in the source. All places are equal, so that trees compare by what they say. */
public final class Where {
  private final Span span;

  /**
   * @param span the characters meant
   */
  public Where(Span span) {
    this.span = span;
  }

  /** The characters meant. */
  public Span span() {
    return span;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Where;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return span.toString();
  }
}
