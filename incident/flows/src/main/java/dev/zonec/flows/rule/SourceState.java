package dev.zonec.flows.rule;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that the rules remember about one source. Its size is bounded: by {@link #MOST_ROWS}, and by
 * the windows and ends that each rule keeps.
 */
public final class SourceState implements Serializable {
  private static final long serialVersionUID = 1;

  /** The number of rows after which further outside ends and ports share rows. */
  static final int MOST_ROWS = 10_000;

  private static final int MOST_CALLED = 5_000;

  final Map<RowKey, RowTally> rows = new HashMap<>();
  final FanOutState fanOut = new FanOutState();

  /** The findings of the rules about behaviour that were announced. */
  final Set<RowKey> announced = new HashSet<>();

  private final Map<String, BeaconState> beacons = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, VolumeState> volumes = new LinkedHashMap<>(16, 0.75f, true);

  /** Creates the state of a source that was not seen yet. */
  public SourceState() {}

  /** Returns the rows so far, in no order. */
  public List<Row> rows() {
    List<Row> all = new ArrayList<>();
    rows.values().forEach(tally -> all.add(tally.row()));
    return all;
  }

  Map<String, BeaconState> beacons() {
    return trimmed(beacons);
  }

  Map<String, VolumeState> volumes() {
    return trimmed(volumes);
  }

  private static <T> Map<String, T> trimmed(Map<String, T> states) {
    if (states.size() > MOST_CALLED) {
      states.remove(states.keySet().iterator().next());
    }
    return states;
  }
}
