package dev.zonec.flows.analysis;

import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.judgement.Judgement;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.Outcome;
import dev.zonec.flows.observed.Slots;
import dev.zonec.flows.rule.FlowRules;
import org.jspecify.annotations.Nullable;

/**
 * The ends, judgements and rows of flows that occur again and again, by what their log says.
 * {@value #SLOTS} flows are remembered, each in one of two places; a flow takes the place of an
 * earlier one.
 */
final class RepeatedFlows {
  /** The number of flows that are remembered. */
  static final int SLOTS = 1 << 15;

  /**
   * A flow.
   *
   * @param fromPort the port of its source; 0 if its destination alone names the port
   * @param counted what counts it
   */
  record Repeated(
      ObservedEnd seenFrom,
      ObservedEnd seenTo,
      FlowEnd from,
      FlowEnd to,
      String protocol,
      int fromPort,
      int toPort,
      Outcome outcome,
      Orientation orientation,
      Judgement judgement,
      SourceGroup.Counted counted) {
    /** Whether a flow is judged and counted as this one is. */
    private boolean fits(ObservedFlow flow) {
      return seenFrom.equals(flow.from())
          && seenTo.equals(flow.to())
          && toPort == flow.toPort()
          && fromPort == portOfSource(flow)
          && outcome == flow.outcome()
          && orientation == flow.orientation()
          && protocol.equals(flow.protocol());
    }
  }

  private final @Nullable Repeated[] known = new @Nullable Repeated[SLOTS];

  /** Returns the flow that is judged and counted as {@code flow} is; null if none is remembered. */
  @Nullable Repeated get(ObservedFlow flow) {
    int slot = slot(flow);
    @Nullable Repeated last = known[slot];
    if (last != null && last.fits(flow)) {
      return last;
    }
    @Nullable Repeated other = known[slot ^ 1];
    return other != null && other.fits(flow) ? other : null;
  }

  /** Remembers a flow that is not remembered, and what counts it. */
  void put(FlowRules.Known flow, SourceGroup.Counted counted) {
    ObservedFlow observed = flow.flow();
    int slot = slot(observed);
    // Two flows with one slot stay: the one that was there moves to the second place.
    known[slot ^ 1] = known[slot];
    known[slot] =
        new Repeated(
            observed.from(),
            observed.to(),
            flow.from(),
            flow.to(),
            observed.protocol(),
            portOfSource(observed),
            observed.toPort(),
            observed.outcome(),
            observed.orientation(),
            flow.judgement(),
            counted);
  }

  /** Clients use any port, which matters only if the log does not show which end the client is. */
  private static int portOfSource(ObservedFlow flow) {
    return flow.orientation() == Orientation.OPENING ? 0 : flow.fromPort();
  }

  @SuppressWarnings("EnumOrdinal") // The hash code of a constant differs in every run.
  private static int slot(ObservedFlow flow) {
    int ends = 31 * hash(flow.from()) + hash(flow.to());
    int ports = 31 * flow.toPort() + portOfSource(flow);
    return Slots.of(31 * (31 * ends + ports) + flow.outcome().ordinal(), SLOTS);
  }

  private static int hash(ObservedEnd end) {
    return end.address().hashCode() + 31 * end.pod().hashCode();
  }
}
