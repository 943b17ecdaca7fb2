package dev.zonec.flows.analysis;

import java.io.Serializable;

/**
 * The limits of what an analysis remembers, so that its memory does not grow with the logs. What
 * only saves time has fixed limits of its own: texts, descriptions of pods, ends, judgements, and
 * flows that occur again.
 *
 * @param workloadRows the number of rows whose source is a workload
 * @param otherRows the number of all other rows
 * @param behaviourUnits the room for the behaviour of all sources, in units of about 100 bytes
 * @param behaviourRows the number of findings about behaviour
 */
public record Limits(int workloadRows, int otherRows, long behaviourUnits, int behaviourRows)
    implements Serializable {
  /**
   * The limits of the command. With them, ten million flows that are all new, of addresses, ports
   * and pods, took 280 MB of heap after a collection, and a million of them 301 MB.
   */
  public static final Limits STANDARD = new Limits(100_000, 50_000, 1_000_000, 10_000);
}
