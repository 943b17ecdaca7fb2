package dev.zonec.flows.rule;

import java.io.Serializable;
import java.time.Duration;

/**
 * The thresholds of the rules.
 *
 * @param fanOutEnds how many new ends or ports make a fan-out
 * @param fanOutWindow within which time
 * @param beaconCalls how many calls to one address may be a beacon
 * @param beaconJitter the greatest standard deviation of the times between calls, as a part of
 *     their mean
 * @param beaconPause the longest time between two calls
 * @param volumePackets how many packets to one address make a volume
 * @param volumeSize the greatest mean size of these packets, in bytes
 * @param volumeWindow within which time
 */
public record Thresholds(
    int fanOutEnds,
    Duration fanOutWindow,
    int beaconCalls,
    double beaconJitter,
    Duration beaconPause,
    long volumePackets,
    long volumeSize,
    Duration volumeWindow)
    implements Serializable {
  /** The standard values. */
  public static final Thresholds STANDARD =
      new Thresholds(
          20,
          Duration.ofMinutes(5),
          10,
          0.1,
          Duration.ofHours(24),
          10_000,
          200,
          Duration.ofMinutes(1));
}
