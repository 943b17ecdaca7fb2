package dev.zonec.stream.rule;

import dev.zonec.flows.rule.FlowRules;
import dev.zonec.stream.event.EventType;
import dev.zonec.stream.event.JudgedFlow;
import dev.zonec.stream.result.JobResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Applies the rules to the flows of a group of sources in the order of their times. */
public final class GroupRules extends KeyedProcessFunction<Integer, JudgedFlow, JobResult> {
  private static final long serialVersionUID = 1;

  private static final Comparator<JudgedFlow> BY_PLACE =
      Comparator.comparing(flow -> flow.known().flow().place());

  private final FlowRules rules;
  private final FlowOrder.OfTime order;

  private transient ValueState<GroupState> groups;

  /** The flows that wait, by their times. */
  private transient MapState<Long, List<JudgedFlow>> waiting;

  /** Creates the operator. */
  @SuppressWarnings("NullAway.Init") // Flink calls `open` before it uses the operator.
  public GroupRules(FlowRules rules, FlowOrder.OfTime order) {
    this.rules = rules;
    this.order = order;
  }

  @Override
  public void open(OpenContext context) {
    groups =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("sources", GroupStateSerializer.TYPE));
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(EventType.FLOW)));
  }

  @Override
  public void processElement(JudgedFlow flow, Context context, Collector<JobResult> out)
      throws Exception {
    long start = flow.known().flow().start();
    long now = context.timerService().currentWatermark();
    if (start > now) {
      @Nullable List<JudgedFlow> same = waiting.get(start);
      List<JudgedFlow> flows = same == null ? new ArrayList<>() : same;
      flows.add(flow);
      waiting.put(start, flows);
      context.timerService().registerEventTimeTimer(start);
    } else {
      GroupState group = group(periodEnd(Math.max(start, now)), context.timerService());
      group.late += start >= 0 ? 1 : 0;
      count(flow, group, out);
      groups.update(group);
    }
  }

  /** Returns the last instant of the period of a time. */
  private long periodEnd(long at) {
    long length = order.period().toMillis();
    long end = at <= Long.MIN_VALUE + length ? -1 : (Math.floorDiv(at, length) + 1) * length - 1;
    return end < at ? Long.MAX_VALUE : end;
  }

  /** Returns the state of the group; its period ends with {@code periodEnd} if it has none. */
  private GroupState group(long periodEnd, TimerService timers) throws Exception {
    @Nullable GroupState known = groups.value();
    GroupState group = known == null ? new GroupState() : known;
    if (group.periodEnd == GroupState.NONE) {
      group.periodEnd = periodEnd;
      timers.registerEventTimeTimer(periodEnd);
    }
    return group;
  }

  private void count(JudgedFlow flow, GroupState group, Collector<JobResult> out) {
    group.sources.add(
        flow.known(),
        rules,
        (row, first) -> {
          if (first) {
            out.collect(new JobResult.Found(row));
          }
        });
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<JobResult> out)
      throws Exception {
    @Nullable List<JudgedFlow> flows = waiting.get(time);
    if (flows != null) {
      waiting.remove(time);
      flows.sort(BY_PLACE);
      GroupState group = group(periodEnd(time), context.timerService());
      flows.forEach(flow -> count(flow, group, out));
      groups.update(group);
    }
    @Nullable GroupState group = groups.value();
    if (group != null && group.periodEnd == time) {
      group.report(context.getCurrentKey(), out);
      group.periodEnd = GroupState.NONE;
      group.late = 0;
      group.sources.endPeriod();
      groups.update(group);
    }
  }
}
