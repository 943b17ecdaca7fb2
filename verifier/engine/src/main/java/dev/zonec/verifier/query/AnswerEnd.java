package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Cidr;
import java.util.List;

/**
 * One end of a connection in an answer: a declared workload, a node, or a range of addresses
 * outside the cluster that no policy and no name in the question distinguishes.
 *
 * @param endpoint the workload's pod, the node, or one address of the range
 * @param label the name that answers print
 * @param blocks the whole range of addresses; empty for a workload or a node
 */
public record AnswerEnd(Endpoint endpoint, String label, List<Cidr> blocks) {
  /** Copies the blocks. */
  public AnswerEnd {
    blocks = List.copyOf(blocks);
  }

  /** Creates an end that is not a range of addresses. */
  public AnswerEnd(Endpoint endpoint, String label) {
    this(endpoint, label, List.of());
  }
}
