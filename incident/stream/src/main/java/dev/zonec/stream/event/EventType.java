package dev.zonec.stream.event;

import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A type of the job, with the serializer that writes it.
 *
 * @param <T> the type
 */
public final class EventType<T> extends TypeInformation<T> {
  /** Judged flows. */
  public static final EventType<JudgedFlow> FLOW =
      new EventType<>(JudgedFlow.class, FlowSerializer.INSTANCE);

  /** What readers report. */
  public static final EventType<LogEvent> EVENT =
      new EventType<>(LogEvent.class, EventSerializer.INSTANCE);

  private static final long serialVersionUID = 1;

  private final Class<T> type;
  private final TypeSerializer<T> serializer;

  /** Describes {@code type}. */
  public EventType(Class<T> type, TypeSerializer<T> serializer) {
    this.type = type;
    this.serializer = serializer;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return serializer.duplicate();
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventType<?> that && that.type.equals(type);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type);
  }

  @Override
  public boolean canEqual(@Nullable Object other) {
    return other instanceof EventType;
  }
}
