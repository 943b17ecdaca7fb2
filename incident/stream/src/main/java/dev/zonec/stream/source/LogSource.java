package dev.zonec.stream.source;

import dev.zonec.flows.source.LogPart;
import dev.zonec.stream.event.EventType;
import dev.zonec.stream.event.LogEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Files with logs, which several readers divide between them. The time of an event is its place in
 * the order of reading, or the time of its flow.
 */
public final class LogSource
    implements Source<LogEvent, PartSplit, PartsLeft>, ResultTypeQueryable<LogEvent> {
  private static final long serialVersionUID = 1;

  /** The order of events: the number of the part in the upper bits, that of the event below. */
  private static final int EVENT_BITS = 40;

  private final ArrayList<PartSplit> parts = new ArrayList<>();
  private final JudgingSupply judging;
  private final boolean byTime;

  /**
   * @param parts the parts, in the order of reading
   * @param byTime whether the time of an event is that of its flow
   */
  public LogSource(List<LogPart> parts, JudgingSupply judging, boolean byTime) {
    for (LogPart part : parts) {
      this.parts.add(new PartSplit(this.parts.size(), part, 0));
    }
    this.judging = judging;
    this.byTime = byTime;
  }

  static long order(int part, long event) {
    return ((long) part << EVENT_BITS) + event;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<LogEvent, PartSplit> createReader(SourceReaderContext context) {
    return new PartReader(context, judging, byTime);
  }

  @Override
  public SplitEnumerator<PartSplit, PartsLeft> createEnumerator(
      SplitEnumeratorContext<PartSplit> context) {
    return new PartEnumerator(context, new PartsLeft(parts));
  }

  @Override
  public SplitEnumerator<PartSplit, PartsLeft> restoreEnumerator(
      SplitEnumeratorContext<PartSplit> context, PartsLeft left) {
    return new PartEnumerator(context, left);
  }

  @Override
  public SimpleVersionedSerializer<PartSplit> getSplitSerializer() {
    return new Versioned<>(PartSplit.class);
  }

  @Override
  public SimpleVersionedSerializer<PartsLeft> getEnumeratorCheckpointSerializer() {
    return new Versioned<>(PartsLeft.class);
  }

  @Override
  public TypeInformation<LogEvent> getProducedType() {
    return EventType.EVENT;
  }
}
