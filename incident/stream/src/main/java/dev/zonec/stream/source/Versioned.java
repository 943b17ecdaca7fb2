package dev.zonec.stream.source;

import dev.zonec.stream.event.Serialised;
import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Writes the parts of logs in checkpoints.
 *
 * @param <T> what is written
 */
record Versioned<T extends Serializable>(Class<T> type) implements SimpleVersionedSerializer<T> {
  @Override
  public int getVersion() {
    return 1;
  }

  @Override
  public byte[] serialize(T value) throws IOException {
    return Serialised.bytes(value);
  }

  @Override
  public T deserialize(int version, byte[] bytes) throws IOException {
    return Serialised.object(bytes, type);
  }
}
