package dev.zonec.stream.rule;

import dev.zonec.flows.rule.FlowRules;
import dev.zonec.stream.event.FlowBundle;
import dev.zonec.stream.result.JobResult;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules to the flows of a group of sources in the order of reading. The logs end, and
 * all of them are one period.
 */
public final class BundleRules extends KeyedProcessFunction<Integer, FlowBundle, JobResult> {
  private static final long serialVersionUID = 1;

  private final FlowRules rules;

  private transient ValueState<GroupState> groups;

  /** Creates the operator. */
  @SuppressWarnings("NullAway.Init") // Flink calls `open` before it uses the operator.
  public BundleRules(FlowRules rules) {
    this.rules = rules;
  }

  @Override
  public void open(OpenContext context) {
    groups =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("sources", GroupStateSerializer.TYPE));
  }

  @Override
  public void processElement(FlowBundle bundle, Context context, Collector<JobResult> out)
      throws Exception {
    @Nullable GroupState known = groups.value();
    GroupState group = known == null ? new GroupState() : known;
    if (known == null) {
      group.periodEnd = Long.MAX_VALUE;
      context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }
    bundle.forEach(flow -> group.sources.add(flow.known(), rules, (row, first) -> {}));
    groups.update(group);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<JobResult> out)
      throws Exception {
    @Nullable GroupState group = groups.value();
    if (group != null) {
      group.report(context.getCurrentKey(), out);
      groups.clear();
    }
  }
}
