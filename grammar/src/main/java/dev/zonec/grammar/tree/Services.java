package dev.zonec.grammar.tree;

import java.util.List;

/** The services after a colon. */
public sealed interface Services {
  /** There is no colon, which means every port. */
  record Anything() implements Services {}

  /** {@code : a, b}. */
  record Listed(List<ServiceTerm> terms) implements Services {}
}
