package dev.zonec.stream.result;

import dev.zonec.stream.event.EventType;
import dev.zonec.stream.event.ObjectSerializer;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Writes results. */
public final class ResultSerializer extends ObjectSerializer<JobResult> {
  /** The type of results. */
  public static final EventType<JobResult> TYPE =
      new EventType<>(JobResult.class, new ResultSerializer());

  private static final long serialVersionUID = 1;

  /** Creates a serializer. */
  public ResultSerializer() {
    super(JobResult.class, true);
  }

  @Override
  public TypeSerializerSnapshot<JobResult> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Says that the form has not changed. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<JobResult> {
    /** Creates it; Flink needs this constructor. */
    public Snapshot() {
      super(ResultSerializer::new);
    }
  }
}
