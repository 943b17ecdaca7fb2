package dev.zonec.stream.rule;

import dev.zonec.stream.event.BundleBuffer;
import dev.zonec.stream.event.FlowBundle;
import dev.zonec.stream.event.JudgedFlow;
import dev.zonec.stream.event.LogEvent;
import dev.zonec.stream.event.LogReport;
import java.io.IOException;
import java.util.TreeMap;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Bundles the flows of each group. A bundle has flows of one part of a log, and the time of its
 * first one. A reader reads a part from the begin to the end, so all flows of a bundle come before
 * those of the next bundle of the group: sorted bundles have sorted flows.
 */
public final class FlowBundles extends Bundles<FlowBundle> {
  private static final long serialVersionUID = 1;

  private final TreeMap<Integer, Begun> begun = new TreeMap<>();

  /** A bundle that grows. */
  private static final class Begun {
    private final BundleBuffer flows;
    private long time;

    private Begun(int group) {
      flows = new BundleBuffer(group);
    }
  }

  /** Creates the operator. */
  public FlowBundles() {}

  @Override
  public void processElement(StreamRecord<LogEvent> element) throws IOException {
    switch (element.getValue()) {
      case JudgedFlow flow -> {
        Begun bundle = begun.computeIfAbsent(flow.group(), Begun::new);
        if (bundle.flows.isEmpty()) {
          bundle.time = element.getTimestamp();
        }
        bundle.flows.add(flow);
        if (bundle.flows.isFull()) {
          passOn(bundle);
        }
      }
      // It ends a part.
      case LogReport report -> passOn();
    }
  }

  @Override
  void passOn() {
    for (Begun bundle : begun.values()) {
      if (!bundle.flows.isEmpty()) {
        passOn(bundle);
      }
    }
  }

  private void passOn(Begun bundle) {
    output.collect(new StreamRecord<>(bundle.flows.take(), bundle.time));
  }
}
