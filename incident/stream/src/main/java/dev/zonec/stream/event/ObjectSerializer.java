package dev.zonec.stream.event;

import java.io.IOException;
import java.io.Serializable;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Writes objects by Java's serialisation, for objects that are seldom written: states at
 * checkpoints, and results.
 *
 * @param <T> their type
 */
public abstract class ObjectSerializer<T extends Serializable> extends TypeSerializer<T> {
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
  public TypeSerializer<T> duplicate() {
    return this;
  }

  @Override
  @SuppressWarnings("NullAway") // Flink asks for no value, and accepts that there is none.
  public @Nullable T createInstance() {
    return null;
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
  public T copy(T from, T reuse) {
    return copy(from);
  }

  @Override
  public int getLength() {
    return -1;
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
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    int length = source.readInt();
    target.writeInt(length);
    target.write(source, length);
  }

  @Override
  @SuppressWarnings("EqualsGetClass") // Only serializers of the same class write the same form.
  public boolean equals(@Nullable Object other) {
    return other != null && other.getClass() == getClass();
  }

  @Override
  public int hashCode() {
    return Objects.hash(getClass());
  }
}
