package dev.zonec.stream.rule;

import dev.zonec.stream.event.LogReport;
import dev.zonec.stream.event.ReportSerializer;
import dev.zonec.stream.result.JobResult;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Sums up the reports of each log, until the log ends or a period has passed. Records without a
 * flow have no time, so this is a period of the clock.
 */
public final class ReportSums extends KeyedProcessFunction<Integer, LogReport, JobResult> {
  private static final long serialVersionUID = 1;

  private final FlowOrder order;
  private transient ValueState<LogReport> sums;

  /** Creates the operator. */
  @SuppressWarnings("NullAway.Init") // Flink calls `open` before it uses the operator.
  public ReportSums(FlowOrder order) {
    this.order = order;
  }

  @Override
  public void open(OpenContext context) {
    sums =
        getRuntimeContext().getState(new ValueStateDescriptor<>("reports", ReportSerializer.TYPE));
  }

  @Override
  public void processElement(LogReport report, Context context, Collector<JobResult> out)
      throws Exception {
    @Nullable LogReport sum = sums.value();
    if (sum == null) {
      context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
      if (order instanceof FlowOrder.OfTime time) {
        context
            .timerService()
            .registerProcessingTimeTimer(
                context.timerService().currentProcessingTime() + time.period().toMillis());
      }
    }
    sums.update(sum == null ? report : sum.and(report));
  }

  @Override
  public void onTimer(long at, OnTimerContext context, Collector<JobResult> out) throws Exception {
    @Nullable LogReport sum = sums.value();
    if (sum != null) {
      out.collect(new JobResult.Logged(sum));
      sums.clear();
    }
  }
}
