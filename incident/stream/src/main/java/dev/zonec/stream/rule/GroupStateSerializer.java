package dev.zonec.stream.rule;

import dev.zonec.stream.event.EventType;
import dev.zonec.stream.event.ObjectSerializer;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Writes the states of groups. */
public final class GroupStateSerializer extends ObjectSerializer<GroupState> {
  static final EventType<GroupState> TYPE =
      new EventType<>(GroupState.class, new GroupStateSerializer());

  private static final long serialVersionUID = 1;

  /** Creates a serializer. */
  public GroupStateSerializer() {
    super(GroupState.class, false);
  }

  @Override
  public TypeSerializerSnapshot<GroupState> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Says that the form has not changed. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<GroupState> {
    /** Creates it; Flink needs this constructor. */
    public Snapshot() {
      super(GroupStateSerializer::new);
    }
  }
}
