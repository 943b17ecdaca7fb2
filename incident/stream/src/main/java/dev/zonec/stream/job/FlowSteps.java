package dev.zonec.stream.job;

import dev.zonec.flows.rule.FlowRules;
import dev.zonec.flows.rule.Thresholds;
import dev.zonec.stream.event.BundleSerializer;
import dev.zonec.stream.event.EventType;
import dev.zonec.stream.event.FlowBundle;
import dev.zonec.stream.event.JudgedFlow;
import dev.zonec.stream.event.LogEvent;
import dev.zonec.stream.event.LogReport;
import dev.zonec.stream.event.ReportSerializer;
import dev.zonec.stream.result.JobResult;
import dev.zonec.stream.result.ResultSerializer;
import dev.zonec.stream.rule.BundleRules;
import dev.zonec.stream.rule.FlowBundles;
import dev.zonec.stream.rule.FlowOrder;
import dev.zonec.stream.rule.GroupRules;
import dev.zonec.stream.rule.ReportBundles;
import dev.zonec.stream.rule.ReportSums;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The steps between the sources and the results of the job. */
public final class FlowSteps {
  private FlowSteps() {}

  /**
   * Returns the results of {@code events}. Operators have names that do not depend on other steps,
   * so that a later version finds their states in a savepoint.
   */
  public static DataStream<JobResult> results(
      DataStream<LogEvent> events, Thresholds thresholds, FlowOrder order) {
    FlowRules rules = new FlowRules(thresholds);
    DataStream<JobResult> rows =
        switch (order) {
          case FlowOrder.OfReading reading ->
              events
                  .transform("bundles", BundleSerializer.TYPE, new FlowBundles())
                  .uid("bundles")
                  .keyBy(FlowBundle::group, Types.INT)
                  .process(new BundleRules(rules), ResultSerializer.TYPE)
                  .name("rules")
                  .uid("rules-of-bundles");
          case FlowOrder.OfTime time ->
              events
                  .flatMap(
                      (FlatMapFunction<LogEvent, JudgedFlow>)
                          (event, out) -> {
                            if (event instanceof JudgedFlow flow) {
                              out.collect(flow);
                            }
                          },
                      EventType.FLOW)
                  .name("flows")
                  .uid("flows")
                  .keyBy(JudgedFlow::group, Types.INT)
                  .process(new GroupRules(rules, time), ResultSerializer.TYPE)
                  .name("rules")
                  .uid("rules");
        };
    DataStream<JobResult> reports =
        events
            .transform("reports", ReportSerializer.TYPE, new ReportBundles())
            .uid("reports")
            .keyBy(LogReport::log, Types.INT)
            .process(new ReportSums(order), ResultSerializer.TYPE)
            .name("sums")
            .uid("sums");
    return rows.union(reports);
  }
}
