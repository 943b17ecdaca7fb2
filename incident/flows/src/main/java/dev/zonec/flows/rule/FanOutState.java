package dev.zonec.flows.rule;

import dev.zonec.flows.attribution.Doubt;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Outcome;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The ends that a source has connected to, and those of them that were new in each window. A window
 * is an interval of event time; {@value #WINDOWS} are open at once, so that records may come late.
 */
final class FanOutState implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int WINDOWS = 64;
  private static final int KNOWN = 20_000;
  private static final int MOST_COUNTED = 1_000;
  private static final int SHOWN = 5;

  /** The room that a window takes besides its ends. */
  private static final int WINDOW_UNITS = 10;

  /** What was new within a window. */
  private static final class Window implements Serializable {
    private static final long serialVersionUID = 1;
    private final List<String> shown = new ArrayList<>();
    private final Set<String> ends = new HashSet<>();
    private final Row begun;
    private int fresh;
    private long connections;
    private long first;
    private long last;

    private Window(Row begun) {
      this.begun = begun;
      first = begun.first();
      last = begun.last();
    }
  }

  private final Map<String, Boolean> known = new LinkedHashMap<>(16, 0.75f, true);
  private final TreeMap<Long, Window> windows = new TreeMap<>();
  private long closedBefore = Long.MIN_VALUE;
  private long endsInWindows;
  private boolean announced;

  /** Adds a flow; returns the finding if its window has enough new ends. */
  Optional<Row> add(
      FlowEnd from, FlowEnd to, String transport, ObservedFlow flow, Thresholds limits) {
    String end = to.name() + " : " + transport;
    boolean fresh = known.put(end, true) == null;
    if (known.size() > KNOWN) {
      known.remove(known.keySet().iterator().next());
    }
    if (!fresh || flow.start() < 0) {
      return Optional.empty();
    }
    long length = limits.fanOutWindow().toMillis();
    long start = Math.floorDiv(flow.start(), length);
    if (start < closedBefore) {
      return Optional.empty();
    }
    Window window =
        windows.computeIfAbsent(
            start,
            s ->
                new Window(
                    Row.of(
                        new RowKey(
                            RowKind.FAN_OUT, Doubt.NONE, from, MANY, "any", Outcome.SENT, true),
                        flow,
                        "")));
    if (windows.size() > WINDOWS) {
      closedBefore = windows.firstKey() + 1;
      endsInWindows -= windows.pollFirstEntry().getValue().ends.size();
    }
    window.fresh++;
    window.connections += flow.opened();
    window.first = Math.min(window.first, flow.start());
    window.last = Math.max(window.last, flow.end());
    if (window.shown.size() < SHOWN) {
      window.shown.add(end);
    }
    if (window.ends.size() < MOST_COUNTED && window.ends.add(to.name())) {
      endsInWindows++;
    }
    return window.fresh >= limits.fanOutEnds()
        ? Optional.of(row(window, length))
        : Optional.empty();
  }

  /** Returns whether this is the first call of the method. */
  boolean announce() {
    boolean first = !announced;
    announced = true;
    return first;
  }

  /** Returns the room that the state takes, in units of about 100 bytes. */
  long units() {
    return known.size() + endsInWindows + (long) windows.size() * WINDOW_UNITS;
  }

  /** The destination of a fan-out. */
  private static final FlowEnd MANY =
      new FlowEnd(FlowEnd.Kind.UNKNOWN, "many ends", "", Doubt.NONE);

  private static Row row(Window window, long length) {
    return new Row(
        window.begun.key(),
        window.fresh,
        window.connections,
        0,
        0,
        window.first,
        window.last,
        window.begun.place(),
        window.begun.sample(),
        window.fresh
            + " new ports on "
            + (window.ends.size() == MOST_COUNTED ? "at least " : "")
            + window.ends.size()
            + (window.ends.size() == 1 ? " end" : " ends")
            + " within "
            + DurationText.of(length)
            + ", such as "
            + String.join(", ", window.shown),
        window.fresh);
  }
}
