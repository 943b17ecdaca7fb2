package dev.zonec.flows.source;

import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.log.Line;
import dev.zonec.flows.log.LineReader;
import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.observed.RecordPlace;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages of a queue. Each message is a record: a JSON object of one of the formats. The
 * format of a topic is found from its first message that shows one.
 */
public final class MessageReading {
  private final Map<String, LogFormat> formats = new HashMap<>();
  private final Map<LogFormat, LineReader> readers = new EnumMap<>(LogFormat.class);

  /** Creates a reader that has not seen a message. */
  public MessageReading() {}

  /**
   * Reads a message.
   *
   * @param topic the name of the topic
   * @param place the place of the message; {@code file} names the part of the topic
   */
  public void read(byte[] message, String topic, RecordPlace place, FlowSink sink) {
    @Nullable LogFormat known = formats.get(topic);
    if (known == null) {
      Optional<LogFormat> found = format(message);
      if (found.isEmpty()) {
        sink.unreadable(place, "it is no record of flows in a known format, as a JSON object");
        return;
      }
      known = found.get();
      formats.put(topic, known);
    }
    readers
        .computeIfAbsent(known, format -> LogReading.ofObjects(LogReading.objects(format)))
        .read(Line.of(message, place.number()), place.file(), sink);
  }

  /** Returns the format of a topic; empty if no message has shown it. */
  public Optional<LogFormat> format(String topic) {
    return Optional.ofNullable(formats.get(topic));
  }

  private static Optional<LogFormat> format(byte[] message) {
    return switch (FormatDetection.of(message)) {
      case Detection.Lines(LogFormat format) -> Optional.of(format);
      case Detection.Objects(LogFormat format, boolean wrapped) when !wrapped ->
          Optional.of(format);
      case Detection.Objects many -> Optional.empty();
      case Detection.Table table -> Optional.empty();
      case Detection.Capture capture -> Optional.empty();
      case Detection.Empty empty -> Optional.empty();
      case Detection.Unknown unknown -> Optional.empty();
    };
  }
}
