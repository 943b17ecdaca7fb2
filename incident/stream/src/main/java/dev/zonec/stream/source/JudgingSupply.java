package dev.zonec.stream.source;

import dev.zonec.flows.analysis.FlowJudging;
import java.io.Serializable;

/** Makes the step that judges flows, on the machine that needs it. */
@FunctionalInterface
public interface JudgingSupply extends Serializable {
  /** Returns a step for one thread. */
  FlowJudging judging();
}
