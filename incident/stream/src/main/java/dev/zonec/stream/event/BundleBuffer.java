package dev.zonec.stream.event;

import java.io.IOException;
import org.apache.flink.core.memory.DataOutputSerializer;

/** The flows of a group that are not in a bundle yet. */
public final class BundleBuffer {
  /** The size of a bundle before its compression, which looks back no further than twice of it. */
  private static final int BYTES = 32_768;

  private final int group;
  private final DataOutputSerializer written = new DataOutputSerializer(1_024);
  private int flows;

  /** Creates a buffer for the flows of a group. */
  public BundleBuffer(int group) {
    this.group = group;
  }

  /** Adds a flow. */
  public void add(JudgedFlow flow) throws IOException {
    FlowSerializer.INSTANCE.serialize(flow, written);
    flows++;
  }

  /** Whether the flows are enough for a bundle. */
  public boolean isFull() {
    return written.length() >= BYTES;
  }

  /** Whether there are no flows. */
  public boolean isEmpty() {
    return flows == 0;
  }

  /** Returns a bundle of all flows, and begins again. */
  public FlowBundle take() {
    FlowBundle bundle = FlowBundle.of(group, flows, written);
    written.clear();
    flows = 0;
    return bundle;
  }
}
