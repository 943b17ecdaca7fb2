package dev.zonec.stream.event;

import dev.zonec.flows.analysis.SourceGroup;
import dev.zonec.flows.observed.EndKind;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.rule.FlowRules;

/**
 * A flow with its judgement. Of its ends in the words of the log nothing is kept, because the rules
 * read the attributed ends.
 */
public record JudgedFlow(FlowRules.Known known) implements LogEvent {
  /**
   * The number of groups of sources. A source is in the same group on every machine, so the number
   * is a limit of the parallelism, and a change of it makes stored states unusable.
   */
  public static final int GROUPS = 256;

  private static final ObservedEnd UNSAID = ObservedEnd.of(EndKind.ADDRESS, "");

  /** Keeps what the rules need of a flow that was just read, with the text of its record. */
  public static JudgedFlow of(FlowRules.Known read) {
    ObservedFlow flow = read.flow();
    String text = flow.excerpt().text();
    return new JudgedFlow(
        new FlowRules.Known(
            new ObservedFlow(
                flow.format(),
                UNSAID,
                UNSAID,
                flow.protocol(),
                flow.fromPort(),
                flow.toPort(),
                flow.outcome(),
                flow.orientation(),
                flow.start(),
                flow.end(),
                flow.opened(),
                flow.packets(),
                flow.bytes(),
                flow.place(),
                () -> text),
            read.from(),
            read.to(),
            read.judgement(),
            read.listed()));
  }

  /** Returns the number of the group that the source of the flow is in. */
  public int group() {
    int hash = SourceGroup.source(known).hashCode();
    // The lower bits of the hashes of similar names are similar.
    return Math.floorMod((hash * 0x9E3779B9) >>> 7, GROUPS);
  }
}
