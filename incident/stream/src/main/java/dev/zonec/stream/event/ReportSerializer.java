package dev.zonec.stream.event;

import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Writes the reports of readers. */
public final class ReportSerializer extends ObjectSerializer<LogReport> {
  /** The type of reports. */
  public static final EventType<LogReport> TYPE =
      new EventType<>(LogReport.class, new ReportSerializer());

  private static final long serialVersionUID = 1;

  /** Creates a serializer. */
  public ReportSerializer() {
    super(LogReport.class, true);
  }

  @Override
  public TypeSerializerSnapshot<LogReport> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Says that the form has not changed. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<LogReport> {
    /** Creates it; Flink needs this constructor. */
    public Snapshot() {
      super(ReportSerializer::new);
    }
  }
}
