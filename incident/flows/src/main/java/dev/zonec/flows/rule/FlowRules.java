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
  /** The outside addresses of a source, after its first {@link SourceState#MOST_ROWS} rows. */
  public static final FlowEnd OTHERS =
      new FlowEnd(FlowEnd.Kind.OUTSIDE, "other addresses", "", Doubt.NONE);

  /**
   * A flow with all that is known about it.
   *
   * @param from its source
   * @param to its destination
   * @param listed the entry of a threat list that has the address of an end; empty if there is none
   */
  public record Known(
      ObservedFlow flow, FlowEnd from, FlowEnd to, Judgement judgement, Optional<String> listed) {}

  /** Adds a flow to the state of its source. */
  public void add(Known known, SourceState state, FindingSink sink) {
    ObservedFlow flow = known.flow();
    boolean oriented = flow.orientation() == Orientation.OPENING;
    // Without an orientation, one row shows both directions: the lower port is the destination's.
    boolean turned = !oriented && isTurned(flow);
    RowKind kind = kind(known);
    RowKey key =
        new RowKey(
            kind,
            kind == RowKind.DOUBTFUL ? known.judgement().doubt() : Doubt.NONE,
            turned ? known.to() : known.from(),
            turned ? known.from() : known.to(),
            transport(flow, turned ? flow.fromPort() : flow.toPort()),
            flow.outcome(),
            oriented);
    boolean fresh = count(key, flow, "", state, sink);
    known
        .listed()
        .ifPresent(entry -> count(listed(key), flow, "on a threat list: " + entry, state, sink));
    if (oriented && kind != RowKind.LOST) {
      opened(known, key, fresh, state, sink);
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
      RowKey key, ObservedFlow flow, String detail, SourceState state, FindingSink sink) {
    RowKey counted = key;
    boolean shared = false;
    @Nullable RowTally tally = state.rows.get(counted);
    if (tally == null && state.rows.size() >= SourceState.MOST_ROWS) {
      counted = folded(key);
      tally = state.rows.get(counted);
      shared = true;
    }
    if (tally != null) {
      tally.add(flow);
      return shared;
    }
    Row row = Row.of(counted, flow, detail);
    state.rows.put(counted, new RowTally(row));
    if (counted.kind().finding()) {
      sink.found(row, true);
    }
    return true;
  }

  private static RowKey folded(RowKey key) {
    boolean workload = key.to().kind() == FlowEnd.Kind.WORKLOAD;
    int slash = key.transport().indexOf('/');
    return new RowKey(
        key.kind(),
        key.doubt(),
        key.from(),
        workload ? key.to() : OTHERS,
        slash < 0 ? key.transport() : key.transport().substring(0, slash) + "/other",
        key.outcome(),
        key.oriented());
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
    if (judgement.doubt() == Doubt.UNNAMED_PROTOCOL) {
      return RowKind.UNNAMED_PROTOCOL;
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
      case SENT ->
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
    if (fresh && (flow.opened() > 0 || flow.outcome() == Outcome.DENIED)) {
      emit(state.fanOut.add(key.from(), key.to(), key.transport(), flow, thresholds), state, sink);
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
      emit(beacon(key, flow, state), state, sink);
    }
    if (flow.packets() > 0 && flow.bytes() > 0 && !flow.protocol().equals("tcp")) {
      RowKey volume = of(RowKind.VOLUME, key, flow.protocol());
      emit(
          state
              .volumes()
              .computeIfAbsent(key.to().name() + " " + flow.protocol(), k -> new VolumeState())
              .add(volume, flow, thresholds),
          state,
          sink);
    }
  }

  private Optional<Row> beacon(RowKey key, ObservedFlow flow, SourceState state) {
    String called = key.to().name() + " " + key.transport();
    @Nullable BeaconState calls = state.beacons().get(called);
    if (calls == null) {
      Row begun = Row.of(of(RowKind.BEACONING, key, key.transport()), flow, "");
      state.beacons().put(called, new BeaconState(begun, flow.fromPort()));
      return Optional.empty();
    }
    return calls.add(flow, thresholds);
  }

  private static RowKey of(RowKind kind, RowKey key, String transport) {
    return new RowKey(kind, Doubt.NONE, key.from(), key.to(), transport, Outcome.SENT, true);
  }

  private static void emit(Optional<Row> row, SourceState state, FindingSink sink) {
    row.ifPresent(found -> sink.found(found, state.announced.add(found.key())));
  }
}
