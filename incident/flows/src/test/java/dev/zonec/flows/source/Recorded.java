package dev.zonec.flows.source;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.log.LogCounts;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.RecordPlace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a reader reported about a log. */
final class Recorded implements FlowSink {
  final List<String> flows = new ArrayList<>();
  final List<String> skipped = new ArrayList<>();
  final List<String> unreadable = new ArrayList<>();
  long lost;
  List<LogCounts> counts = List.of();
  List<Diagnostic> problems = List.of();

  /** Reads a log from its text. */
  static Recorded of(String log) {
    return of(log.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a log from its bytes. */
  static Recorded of(byte[] log) {
    Recorded recorded = new Recorded();
    LogReading reading = new LogReading(recorded, new ByteArrayInputStream(log));
    reading.read(InputPath.of("-"));
    recorded.counts = reading.counts();
    recorded.problems = reading.problems();
    return recorded;
  }

  @Override
  public void flow(ObservedFlow flow) {
    flows.add(
        (flow.from().pod().isEmpty() ? flow.from().address() : flow.from().pod())
            + ":"
            + flow.fromPort()
            + (flow.orientation() == Orientation.OPENING ? " -> " : " - ")
            + (flow.to().pod().isEmpty() ? flow.to().address() : flow.to().pod())
            + ":"
            + flow.toPort()
            + " "
            + flow.protocol()
            + " "
            + flow.outcome().word()
            + " "
            + flow.opened());
  }

  @Override
  public void skipped(RecordPlace place, String reason) {
    skipped.add(place.number() + " " + reason);
  }

  @Override
  public void unreadable(RecordPlace place, String reason) {
    unreadable.add(place.number() + " " + reason);
  }

  @Override
  public void lost(RecordPlace place, long number) {
    lost += number;
  }
}
