package dev.zonec.stream.event;

import java.io.IOException;
import net.jpountz.lz4.LZ4Factory;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Flows of a group of sources in the order of reading, compressed: sorted one by one, flows with
 * the texts of their records would need more time than reading them.
 *
 * @param group the number of the group
 * @param flows the number of flows
 * @param length the number of bytes before the compression
 * @param compressed the flows as {@link FlowSerializer} writes them, compressed by LZ4; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Bundles are compared nowhere.
public record FlowBundle(int group, int flows, int length, byte[] compressed) {
  // Its code in Java, because the library would write a native one to the folder for temporary
  // files.
  private static final LZ4Factory LZ4 = LZ4Factory.safeInstance();

  /** Takes the flows of a bundle. */
  @FunctionalInterface
  public interface Taker {
    /** Takes the next flow. */
    void take(JudgedFlow flow);
  }

  /** Returns a bundle of the first {@code flows} flows that {@code written} has. */
  static FlowBundle of(int group, int flows, DataOutputSerializer written) {
    return new FlowBundle(
        group,
        flows,
        written.length(),
        LZ4.fastCompressor().compress(written.getSharedBuffer(), 0, written.length()));
  }

  /** Passes on all flows, in the order of reading. */
  public void forEach(Taker taker) throws IOException {
    byte[] bytes = LZ4.fastDecompressor().decompress(compressed, length);
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    for (int i = 0; i < flows; i++) {
      taker.take(FlowSerializer.INSTANCE.deserialize(in));
    }
  }
}
