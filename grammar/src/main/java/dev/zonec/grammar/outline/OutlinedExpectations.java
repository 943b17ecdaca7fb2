package dev.zonec.grammar.outline;

import dev.zonec.grammar.tree.ExpectationTree;
import java.util.List;

/**
 * A file of expectations with its syntax trees and its layout.
 *
 * @param expectations the expectations, in order
 * @param outline the layout, with a line for each expectation
 */
public record OutlinedExpectations(List<ExpectationTree> expectations, Outline outline) {
  /** Copies the list. */
  public OutlinedExpectations {
    expectations = List.copyOf(expectations);
  }
}
