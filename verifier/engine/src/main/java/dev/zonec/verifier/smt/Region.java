package dev.zonec.verifier.smt;

import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.reach.Box;
import java.util.List;

/**
 * Ends, in some of the ways in which labels that no manifest declares could be.
 *
 * @param box the ends; not all of them, since pods and addresses are told apart
 * @param unknown for each of {@link dev.zonec.verifier.quotient.Vocabulary#unknownLabels}, the
 *     values that it may have
 */
public record Region(Box box, List<Bits> unknown) {
  /** Copies the list. */
  public Region {
    unknown = List.copyOf(unknown);
  }
}
