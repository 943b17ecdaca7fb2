package dev.zonec.verifier.query;

import java.util.List;

/**
 * The ends that a compromised end reaches over any number of hops, and the ends that reach it.
 *
 * @param ends the workloads and addresses that the compromised end stands for
 * @param reached the other ends that it reaches, nearest first
 * @param reaching the other ends that reach it: addresses first, then workloads, nearest first
 * @param entrances the connections that Ingresses and routes let in to it
 */
public record BlastRadius(
    List<AnswerEnd> ends,
    List<Reached> reached,
    List<Reached> reaching,
    List<Answer.Row> entrances) {
  /** Copies the lists. */
  public BlastRadius {
    ends = List.copyOf(ends);
    reached = List.copyOf(reached);
    reaching = List.copyOf(reaching);
    entrances = List.copyOf(entrances);
  }

  /**
   * An end at the far end of a shortest path.
   *
   * @param end the end
   * @param path a shortest path that connects it with the compromised end
   */
  public record Reached(AnswerEnd end, Answer.Path path) {
    /** Returns the number of hops. */
    public int hops() {
      return path.hops().size();
    }

    /** Returns the last hop, which ends at the reached end. */
    public Answer.Hop last() {
      return path.hops().getLast();
    }

    /** Returns the first hop, which starts at the end that reaches the compromised end. */
    public Answer.Hop first() {
      return path.hops().getFirst();
    }
  }
}
