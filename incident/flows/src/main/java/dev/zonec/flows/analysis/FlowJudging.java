package dev.zonec.flows.analysis;

import dev.zonec.flows.attribution.Attribution;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.judgement.Judge;
import dev.zonec.flows.judgement.Judgement;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.rule.FlowRules;
import dev.zonec.flows.threat.ThreatLists;
import dev.zonec.model.net.IpAddress;
import java.util.Optional;

/**
 * Attributes and judges flows, each by itself. Only answers to earlier questions are remembered, so
 * that any number of these objects give the same results. One thread uses an object.
 */
public final class FlowJudging {
  private final Attribution attribution;
  private final Judge judge;
  private final ThreatLists threats;

  /** Creates the step from its parts. */
  public FlowJudging(Attribution attribution, Judge judge, ThreatLists threats) {
    this.attribution = attribution;
    this.judge = judge;
    this.threats = threats;
  }

  /** Returns who has which address. */
  public Attribution attribution() {
    return attribution;
  }

  /** Returns a flow with all that is known about it. */
  public FlowRules.Known of(ObservedFlow flow) {
    FlowEnd from = attribution.of(flow.from());
    FlowEnd to = attribution.of(flow.to());
    Judgement judgement =
        judge.of(from, to, flow.protocol(), flow.fromPort(), flow.toPort(), flow.orientation());
    return again(flow, from, to, judgement);
  }

  /** Returns a flow whose ends and judgement are those of an earlier one. */
  FlowRules.Known again(ObservedFlow flow, FlowEnd from, FlowEnd to, Judgement judgement) {
    return new FlowRules.Known(flow, from, to, judgement, listed(flow, from, to));
  }

  private Optional<String> listed(ObservedFlow flow, FlowEnd from, FlowEnd to) {
    if (threats.size() == 0) {
      return Optional.empty();
    }
    return listed(to, flow.start()).or(() -> listed(from, flow.start()));
  }

  private Optional<String> listed(FlowEnd end, long at) {
    return switch (end.kind()) {
      case OUTSIDE, UNKNOWN ->
          IpAddress.parse(end.address())
              .flatMap(address -> threats.find(address, at))
              .map(entry -> end.name() + " is " + entry);
      case WORKLOAD, POD, NODE, SERVICE -> Optional.empty();
    };
  }
}
