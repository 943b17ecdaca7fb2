package dev.zonec.stream.event;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes objects by Java's serialisation, for objects that are seldom written: states at
 * checkpoints, and results.
 *
 * @param <T> their type
 */
public abstract class ObjectSerializer<T extends Serializable> extends JobSerializer<T> {
  private static final long serialVersionUID = 1;

  private final Class<T> type;
  private final boolean immutable;

  /**
   * @param type the type
   * @param immutable whether objects of the type never change
   */
  protected ObjectSerializer(Class<T> type, boolean immutable) {
    this.type = type;
    this.immutable = immutable;
  }

  @Override
  public boolean isImmutableType() {
    return immutable;
  }

  @Override
  public T copy(T from) {
    if (immutable) {
      return from;
    }
    try {
      return Serialised.object(Serialised.bytes(from), type);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    byte[] bytes = Serialised.bytes(value);
    target.writeInt(bytes.length);
    target.write(bytes);
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    byte[] bytes = new byte[source.readInt()];
    source.readFully(bytes);
    return Serialised.object(bytes, type);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    int length = source.readInt();
    target.writeInt(length);
    target.write(source, length);
  }
}
