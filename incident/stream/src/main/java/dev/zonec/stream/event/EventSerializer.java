package dev.zonec.stream.event;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what readers report. */
public final class EventSerializer extends JobSerializer<LogEvent> {
  /** The only one. */
  public static final EventSerializer INSTANCE = new EventSerializer();

  private static final long serialVersionUID = 1;

  @Override
  public void serialize(LogEvent event, DataOutputView out) throws IOException {
    switch (event) {
      case JudgedFlow flow -> {
        out.writeBoolean(true);
        FlowSerializer.INSTANCE.serialize(flow, out);
      }
      case LogReport report -> {
        out.writeBoolean(false);
        byte[] bytes = Serialised.bytes(report);
        out.writeInt(bytes.length);
        out.write(bytes);
      }
    }
  }

  @Override
  public LogEvent deserialize(DataInputView in) throws IOException {
    if (in.readBoolean()) {
      return FlowSerializer.INSTANCE.deserialize(in);
    }
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return Serialised.object(bytes, LogReport.class);
  }

  @Override
  public TypeSerializerSnapshot<LogEvent> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Says that the form has not changed. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<LogEvent> {
    /** Creates it; Flink needs this constructor. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
