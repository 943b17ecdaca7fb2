package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Cidr;
import java.util.List;

/**
 * An end that a question can be about: a declared workload, or one address that stands for a range
 * that nobody tells apart.
 *
 * @param endpoint it
 * @param label how answers call it
 * @param blocks all the addresses that it stands for; none for what is no address
 */
public record AnswerEnd(Endpoint endpoint, String label, List<Cidr> blocks) {
  /** Copies the blocks. */
  public AnswerEnd {
    blocks = List.copyOf(blocks);
  }

  /** What stands for itself only. */
  public AnswerEnd(Endpoint endpoint, String label) {
    this(endpoint, label, List.of());
  }
}
