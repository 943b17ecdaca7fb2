package dev.zonec.application.core;

import dev.zonec.application.verify.VariantOutcome;
import java.util.List;

/**
 * A request to explain what claims rest on.
 *
 * @param verified the variant, with its verdicts
 * @param names the names of the claims, see {@link ClaimNames}
 */
public record ExplainRequest(VariantOutcome.Verified verified, List<String> names) {
  /** Copies the names. */
  public ExplainRequest {
    names = List.copyOf(names);
  }
}
