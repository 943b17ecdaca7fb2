package dev.zonec.flows.rule;

import dev.zonec.flows.attribution.Doubt;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.judgement.Judgement;
import dev.zonec.flows.judgement.Judgement.Answer;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.Outcome;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules. They hold no state of their own, so that states of many sources can be spread over
 * machines.
 *
 * @param thresholds the thresholds
 */
public record FlowRules(Thresholds thresholds) implements Serializable {
  /**
   * A flow with all that is known about it.
   *
   * @param from its source
   * @param to its destination
   * @param listed the entry of a threat list that has the address of an end; empty if there is none
   */
  public record Known(
      ObservedFlow flow, FlowEnd from, FlowEnd to, Judgement judgement, Optional<String> listed) {}

  /**
   * Adds a flow to the state of its source.
   *
   * @param room the room for another row of the source
   * @return the row that counts the flow, for {@link #addAgain}; null if flows with other ends or
   *     ports share it
   */
  public @Nullable RowTally add(Known known, SourceState state, RowRoom room, FindingSink sink) {
    ObservedFlow flow = known.flow();
    RowKey key = key(known);
    boolean fresh = count(key, flow, "", state, room, sink);
    countListed(known, key, state, room, sink);
    opened(known, key, fresh, state, sink);
    return state.rows.get(key);
  }

  /**
   * Adds a flow to the state of its source, as {@link #add} does, without a look-up of its row.
   *
   * @param row the row that {@link #add} returned for a flow with the same ends, protocol, outcome
   *     and orientation, the same port of its destination, and, if the orientation is unknown, the
   *     same port of its source
   */
  public void addAgain(
      Known known, RowTally row, SourceState state, RowRoom room, FindingSink sink) {
    row.add(known.flow(), "");
    countListed(known, row.key(), state, room, sink);
    opened(known, row.key(), false, state, sink);
  }

  private static RowKey key(Known known) {
    ObservedFlow flow = known.flow();
    boolean oriented = flow.orientation() == Orientation.OPENING;
    // Without an orientation, one row shows both directions: the lower port is the destination's.
    boolean turned = !oriented && isTurned(flow);
    RowKind kind = kind(known);
    return new RowKey(
        kind,
        kind == RowKind.DOUBTFUL ? known.judgement().doubt() : Doubt.NONE,
        turned ? known.to() : known.from(),
        turned ? known.from() : known.to(),
        transport(flow, turned ? flow.fromPort() : flow.toPort()),
        flow.outcome(),
        oriented);
  }

  private static void countListed(
      Known known, RowKey key, SourceState state, RowRoom room, FindingSink sink) {
    if (known.listed().isPresent()) {
      String detail = "on a threat list: " + known.listed().get();
      count(listed(key), known.flow(), detail, state, room, sink);
    }
  }

  /** Returns the end whose state a flow belongs to. */
  public static FlowEnd source(ObservedFlow flow, FlowEnd from, FlowEnd to) {
    return flow.orientation() != Orientation.OPENING && isTurned(flow) ? to : from;
  }

  private static boolean isTurned(ObservedFlow flow) {
    return flow.fromPort() != 0 && flow.toPort() != 0 && flow.fromPort() < flow.toPort();
  }

  private static RowKey listed(RowKey key) {
    return new RowKey(
        RowKind.LISTED,
        Doubt.NONE,
        key.from(),
        key.to(),
        key.transport(),
        key.outcome(),
        key.oriented());
  }

  /** Returns the protocol and port, as reports print them. */
  public static String transport(ObservedFlow flow, int port) {
    return port == 0 ? flow.protocol() : TransportNames.of(flow.protocol(), port);
  }

  /** Counts a flow, and returns whether it begins a row or shares one with other ends. */
  private static boolean count(
      RowKey key,
      ObservedFlow flow,
      String detail,
      SourceState state,
      RowRoom room,
      FindingSink sink) {
    RowKey counted = key;
    boolean shared = false;
    @Nullable RowTally tally = state.rows.get(counted);
    if (tally == null && state.rows.size() >= SourceState.MOST_ROWS) {
      counted = key.sharedInSource();
      tally = state.rows.get(counted);
      shared = true;
    }
    if (tally != null) {
      tally.add(flow, detail);
      return shared;
    }
    if (!room.take(counted)) {
      room.share(key, flow, detail, sink);
      return true;
    }
    Row row = Row.of(counted, flow, detail);
    state.rows.put(counted, new RowTally(row));
    if (counted.kind().finding()) {
      sink.found(row, true);
    }
    return true;
  }

  private static RowKind kind(Known known) {
    Judgement judgement = known.judgement();
    Outcome outcome = known.flow().outcome();
    if (outcome == Outcome.LOST) {
      return RowKind.LOST;
    }
    if ((!known.from().inCluster() && !known.to().inCluster())
        || judgement.doubt() == Doubt.SPECIAL_ADDRESS) {
      return RowKind.ELSEWHERE;
    }
    if (judgement.doubt() != Doubt.NONE) {
      return RowKind.DOUBTFUL;
    }
    boolean forbidden = judgement.allowed() == Answer.NO;
    return switch (outcome) {
      case PASSED ->
          forbidden
              ? RowKind.FORBIDDEN_PASSED
              : judgement.declared() == Answer.NO ? RowKind.UNDECLARED : RowKind.EXPECTED;
      case SENT, RESET ->
          forbidden
              ? RowKind.DENIED_ATTEMPT
              : judgement.declared() == Answer.NO ? RowKind.UNDECLARED : RowKind.EXPECTED;
      case DENIED ->
          judgement.allowed() == Answer.YES ? RowKind.ALLOWED_DENIED : RowKind.DENIED_ATTEMPT;
      case REFUSED -> forbidden ? RowKind.DENIED_ATTEMPT : RowKind.REFUSED;
      case LOST -> RowKind.LOST;
    };
  }

  /** The rules about sources that open connections. */
  private void opened(Known known, RowKey key, boolean fresh, SourceState state, FindingSink sink) {
    ObservedFlow flow = known.flow();
    if (flow.orientation() != Orientation.OPENING || flow.outcome() == Outcome.LOST) {
      return;
    }
    if (fresh && (flow.opened() > 0 || flow.outcome() == Outcome.DENIED)) {
      FanOutState fanOut = state.fanOut();
      fanOut
          .add(key.from(), key.to(), key.transport(), flow, thresholds)
          .ifPresent(row -> sink.found(row, fanOut.announce()));
    }
    boolean outward =
        known.to().kind() == FlowEnd.Kind.OUTSIDE
            && !known.to().address().isEmpty()
            && known.from().inCluster()
            && flow.start() >= 0;
    if (!outward) {
      return;
    }
    if (flow.opened() > 0 && flow.format().timed()) {
      beacon(key, flow, state, sink);
    }
    if (flow.packets() > 0 && flow.bytes() > 0 && !flow.protocol().equals("tcp")) {
      RowKey volume = of(RowKind.VOLUME, key, flow.protocol());
      VolumeState packets = state.volume(key.to().name() + " " + flow.protocol());
      int before = packets.windows();
      packets.add(volume, flow, thresholds).ifPresent(row -> sink.found(row, packets.announce()));
      state.windowsChanged(packets.windows() - before);
    }
  }

  private void beacon(RowKey key, ObservedFlow flow, SourceState state, FindingSink sink) {
    String called = key.to().name() + " " + key.transport();
    @Nullable BeaconState calls = state.beacons().get(called);
    if (calls == null) {
      Row begun = Row.of(of(RowKind.BEACONING, key, key.transport()), flow, "");
      state.beacons().put(called, new BeaconState(begun, flow.fromPort()));
    } else {
      calls.add(flow, thresholds).ifPresent(row -> sink.found(row, calls.announce()));
    }
  }

  private static RowKey of(RowKind kind, RowKey key, String transport) {
    return new RowKey(kind, Doubt.NONE, key.from(), key.to(), transport, Outcome.SENT, true);
  }
}
