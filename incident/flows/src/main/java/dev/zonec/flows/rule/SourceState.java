package dev.zonec.flows.rule;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the rules remember about one source: its rows, and its behaviour. Its size is bounded:
 * by {@link #MOST_ROWS}, and by the windows and ends that each rule keeps.
 */
public final class SourceState implements Serializable {
  private static final long serialVersionUID = 1;

  /** The number of rows after which further outside ends and ports share rows. */
  static final int MOST_ROWS = 10_000;

  private static final int MOST_CALLED = 5_000;

  /** The room that a source takes even if it has no behaviour yet. */
  private static final int BASE_UNITS = 10;

  /** The room that the calls to an end take, and a window of packets to one. */
  private static final int ENTRY_UNITS = 8;

  final Map<RowKey, RowTally> rows = new HashMap<>();

  private FanOutState fanOut = new FanOutState();
  private final Map<String, BeaconState> beacons = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, VolumeState> volumes = new LinkedHashMap<>(16, 0.75f, true);
  private long volumeWindows;

  /** Creates the state of a source that was not seen yet. */
  public SourceState() {}

  /** Returns the rows so far, in no order. */
  public List<Row> rows() {
    List<Row> all = new ArrayList<>();
    rows.values().forEach(tally -> all.add(tally.row()));
    return all;
  }

  /** Whether there are no rows. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Forgets the behaviour of the source. Its rows stay. */
  public void forget() {
    fanOut = new FanOutState();
    beacons.clear();
    volumes.clear();
    volumeWindows = 0;
  }

  /** Removes the rows. The behaviour of the source stays. */
  public void removeRows() {
    rows.clear();
  }

  /** Returns the room that the behaviour takes, in units of about 100 bytes. */
  public long units() {
    return BASE_UNITS
        + fanOut.units()
        + (long) beacons.size() * ENTRY_UNITS
        + volumeWindows * ENTRY_UNITS;
  }

  FanOutState fanOut() {
    return fanOut;
  }

  Map<String, BeaconState> beacons() {
    if (beacons.size() > MOST_CALLED) {
      beacons.remove(beacons.keySet().iterator().next());
    }
    return beacons;
  }

  /** Returns the packets to an end. */
  VolumeState volume(String end) {
    VolumeState volume = volumes.computeIfAbsent(end, k -> new VolumeState());
    if (volumes.size() > MOST_CALLED) {
      String eldest = volumes.keySet().iterator().next();
      volumeWindows -= volumes.getOrDefault(eldest, volume).windows();
      volumes.remove(eldest);
    }
    return volume;
  }

  /** Notes that windows of packets were opened or closed. */
  void windowsChanged(int by) {
    volumeWindows += by;
  }
}
