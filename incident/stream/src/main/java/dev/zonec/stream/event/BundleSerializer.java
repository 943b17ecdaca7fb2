package dev.zonec.stream.event;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes bundles of flows. */
public final class BundleSerializer extends JobSerializer<FlowBundle> {
  /** The type of bundles. */
  public static final EventType<FlowBundle> TYPE =
      new EventType<>(FlowBundle.class, new BundleSerializer());

  private static final long serialVersionUID = 1;

  /** The numbers before the bytes: the group, the flows and the length. */
  private static final int NUMBERS = 3 * Integer.BYTES;

  /** Creates a serializer. */
  public BundleSerializer() {}

  @Override
  public void serialize(FlowBundle bundle, DataOutputView out) throws IOException {
    out.writeInt(bundle.group());
    out.writeInt(bundle.flows());
    out.writeInt(bundle.length());
    out.writeInt(bundle.compressed().length);
    out.write(bundle.compressed());
  }

  @Override
  public FlowBundle deserialize(DataInputView in) throws IOException {
    int group = in.readInt();
    int flows = in.readInt();
    int length = in.readInt();
    byte[] compressed = new byte[in.readInt()];
    in.readFully(compressed);
    return new FlowBundle(group, flows, length, compressed);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    out.write(in, NUMBERS);
    int bytes = in.readInt();
    out.writeInt(bytes);
    out.write(in, bytes);
  }

  @Override
  public TypeSerializerSnapshot<FlowBundle> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Says that the form has not changed. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<FlowBundle> {
    /** Creates it; Flink needs this constructor. */
    public Snapshot() {
      super(BundleSerializer::new);
    }
  }
}
