package dev.zonec.stream.event;

import dev.zonec.flows.attribution.Doubt;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.judgement.Judgement;
import dev.zonec.flows.observed.EndKind;
import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.Outcome;
import dev.zonec.flows.observed.RecordPlace;
import dev.zonec.flows.rule.FlowRules;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes flows, field by field. Enums are written as their numbers. */
@SuppressWarnings("EnumOrdinal") // A change of the numbers is a change of the form.
public final class FlowSerializer extends JobSerializer<JudgedFlow> {
  /** The only one. */
  public static final FlowSerializer INSTANCE = new FlowSerializer();

  private static final long serialVersionUID = 1;
  private static final LogFormat[] FORMATS = LogFormat.values();
  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final Doubt[] DOUBTS = Doubt.values();
  private static final FlowEnd.Kind[] KINDS = FlowEnd.Kind.values();
  private static final Judgement.Answer[] ANSWERS = Judgement.Answer.values();
  private static final ObservedEnd UNSAID = ObservedEnd.of(EndKind.ADDRESS, "");

  @Override
  public void serialize(JudgedFlow judged, DataOutputView out) throws IOException {
    FlowRules.Known known = judged.known();
    ObservedFlow flow = known.flow();
    out.writeByte(flow.format().ordinal());
    Texts.write(flow.protocol(), out);
    out.writeShort(flow.fromPort());
    out.writeShort(flow.toPort());
    out.writeByte(flow.outcome().ordinal());
    out.writeBoolean(flow.orientation() == Orientation.OPENING);
    out.writeLong(flow.start());
    out.writeLong(flow.end());
    out.writeLong(flow.opened());
    out.writeLong(flow.packets());
    out.writeLong(flow.bytes());
    Texts.write(flow.place().file(), out);
    out.writeLong(flow.place().number());
    Texts.write(flow.excerpt().text(), out);
    end(known.from(), out);
    end(known.to(), out);
    out.writeByte(known.judgement().declared().ordinal());
    out.writeByte(known.judgement().allowed().ordinal());
    out.writeByte(known.judgement().doubt().ordinal());
    Texts.write(known.listed().orElse(""), out);
  }

  private static void end(FlowEnd end, DataOutputView out) throws IOException {
    out.writeByte(end.kind().ordinal());
    Texts.write(end.name(), out);
    Texts.write(end.address(), out);
    out.writeByte(end.doubt().ordinal());
  }

  @Override
  public JudgedFlow deserialize(DataInputView in) throws IOException {
    LogFormat format = FORMATS[in.readByte()];
    String protocol = Texts.read(in);
    int fromPort = in.readUnsignedShort();
    int toPort = in.readUnsignedShort();
    Outcome outcome = OUTCOMES[in.readByte()];
    Orientation orientation = in.readBoolean() ? Orientation.OPENING : Orientation.UNKNOWN;
    long start = in.readLong();
    long end = in.readLong();
    long opened = in.readLong();
    long packets = in.readLong();
    long bytes = in.readLong();
    RecordPlace place = new RecordPlace(Texts.read(in), in.readLong());
    String text = Texts.read(in);
    FlowEnd from = end(in);
    FlowEnd to = end(in);
    Judgement judgement =
        new Judgement(ANSWERS[in.readByte()], ANSWERS[in.readByte()], DOUBTS[in.readByte()]);
    String listed = Texts.read(in);
    return new JudgedFlow(
        new FlowRules.Known(
            new ObservedFlow(
                format,
                UNSAID,
                UNSAID,
                protocol,
                fromPort,
                toPort,
                outcome,
                orientation,
                start,
                end,
                opened,
                packets,
                bytes,
                place,
                () -> text),
            from,
            to,
            judgement,
            listed.isEmpty() ? Optional.empty() : Optional.of(listed)));
  }

  private static FlowEnd end(DataInputView in) throws IOException {
    return new FlowEnd(KINDS[in.readByte()], Texts.read(in), Texts.read(in), DOUBTS[in.readByte()]);
  }

  @Override
  public TypeSerializerSnapshot<JudgedFlow> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Says that the form has not changed. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<JudgedFlow> {
    /** Creates it; Flink needs this constructor. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
