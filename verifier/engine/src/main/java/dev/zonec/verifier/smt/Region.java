package dev.zonec.verifier.smt;

import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.reach.Box;
import java.util.List;

/**
 * A set of ends, together with values of the labels that no manifest declares.
 *
 * @param box the ends; never {@link Box.Everything}, because pods and addresses have different axes
 * @param unknown for each label in {@link dev.zonec.verifier.quotient.Vocabulary#unknownLabels},
 *     the values that it may have
 */
public record Region(Box box, List<Bits> unknown) {
  /** Copies the list. */
  public Region {
    unknown = List.copyOf(unknown);
  }
}
