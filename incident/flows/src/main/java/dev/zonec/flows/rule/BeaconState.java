package dev.zonec.flows.rule;

import dev.zonec.flows.observed.ObservedFlow;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

/** The calls of a source to one outside address and port, and the times between them. */
final class BeaconState implements Serializable {
  private static final long serialVersionUID = 1;

  /** Calls that follow each other faster are one request of a busy client. */
  private static final double SHORTEST_MEAN = 1000;

  private Row begun;
  private long calls = 1;
  private long last;
  private int lastPort;
  private double mean;
  private double squares;
  private boolean announced;

  BeaconState(Row begun, int port) {
    this.begun = begun;
    this.last = begun.first();
    this.lastPort = port;
  }

  /** Adds a call; returns the finding if the calls are regular. */
  Optional<Row> add(ObservedFlow flow, Thresholds limits) {
    boolean same = flow.fromPort() != 0 && flow.fromPort() == lastPort;
    long interval = flow.start() - last;
    if (same || interval <= 0) {
      return Optional.empty();
    }
    if (interval > limits.beaconPause().toMillis()) {
      begun = Row.of(begun.key(), flow, "");
      calls = 1;
      mean = 0;
      squares = 0;
    } else {
      // Welford's algorithm: mean and variance without the values.
      calls++;
      double delta = interval - mean;
      mean += delta / (calls - 1);
      squares += delta * (interval - mean);
    }
    last = flow.start();
    lastPort = flow.fromPort();
    double deviation = Math.sqrt(squares / Math.max(1, calls - 1));
    boolean regular =
        calls >= limits.beaconCalls()
            && mean >= SHORTEST_MEAN
            && deviation <= limits.beaconJitter() * mean;
    return regular ? Optional.of(row(deviation)) : Optional.empty();
  }

  /** Returns whether this is the first call of the method. */
  boolean announce() {
    boolean first = !announced;
    announced = true;
    return first;
  }

  private Row row(double deviation) {
    return new Row(
        begun.key(),
        calls,
        calls,
        0,
        0,
        begun.first(),
        last,
        begun.place(),
        begun.sample(),
        String.format(
            Locale.ROOT,
            "%d calls, every %s, with a deviation of %s",
            calls,
            DurationText.of(Math.round(mean)),
            DurationText.of(Math.round(deviation))),
        calls);
  }
}
