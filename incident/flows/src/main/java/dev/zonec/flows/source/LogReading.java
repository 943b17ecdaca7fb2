package dev.zonec.flows.source;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.inputs.Decompression;
import dev.zonec.diagnostics.inputs.ReadPaths;
import dev.zonec.flows.aws.AwsReader;
import dev.zonec.flows.azure.AzureReader;
import dev.zonec.flows.calico.CalicoReader;
import dev.zonec.flows.gcp.GcpReader;
import dev.zonec.flows.hubble.HubbleReader;
import dev.zonec.flows.json.FieldReader;
import dev.zonec.flows.json.ObjectReader;
import dev.zonec.flows.log.CountingSink;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.log.LineReader;
import dev.zonec.flows.log.LogCounts;
import dev.zonec.flows.log.LogLines;
import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.observed.RecordPlace;
import dev.zonec.flows.pcap.CaptureReader;
import dev.zonec.flows.suricata.SuricataReader;
import dev.zonec.flows.zeek.ZeekJsonReader;
import dev.zonec.flows.zeek.ZeekTableReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads logs one record at a time, whatever their length. */
public final class LogReading {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LINES_BETWEEN_LOOKS = 1024;

  private final FlowSink sink;
  private final InputStream standardInput;
  private final List<LogCounts> counts = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  /**
   * @param sink the receiver of the records
   * @param standardInput what is read for the path {@code -}
   */
  public LogReading(FlowSink sink, InputStream standardInput) {
    this.sink = sink;
    this.standardInput = standardInput;
  }

  /** Reads one log. The problems of the log as a whole are among {@link #problems}. */
  public void read(InputPath log) {
    try (InputStream input = open(log)) {
      read(input, log.name());
    } catch (IOException e) {
      problems.add(unread(log, e));
    }
  }

  /** Reads a log, or a part of one. */
  public void read(LogPart part) {
    Optional<LogPart.Range> range = part.lines();
    if (range.isEmpty()) {
      read(part.path());
      return;
    }
    LogPart.Range lines = range.get();
    try (InputStream input = Files.newInputStream(Path.of(part.location()))) {
      input.skipNBytes(lines.start());
      CountingSink counting = new CountingSink(sink);
      counted(
          part.name(),
          lines.format(),
          counting,
          () ->
              lines(
                  new LogLines(new FirstBytes(input, lines.end() - lines.start()), lines.before()),
                  part.name(),
                  ofObjects(objects(lines.format())),
                  counting));
    } catch (IOException e) {
      problems.add(unread(part.path(), e));
    }
  }

  private static Diagnostic unread(InputPath log, IOException e) {
    @Nullable String message = e.getMessage();
    return Diagnostic.errorIn(
        Code.ZC1202,
        log.name(),
        "the log cannot be read"
            + (message == null ? "" : ": " + message.replace(log.location(), log.name())));
  }

  /** Returns the counts of each log that was read. */
  public List<LogCounts> counts() {
    return List.copyOf(counts);
  }

  /** Returns an error for each log that was not read to its end. */
  public List<Diagnostic> problems() {
    return List.copyOf(problems);
  }

  private InputStream open(InputPath log) throws IOException {
    if (!log.isStandardInput()) {
      ReadPaths.file(Path.of(log.location()));
    }
    InputStream raw =
        log.isStandardInput() ? standardInput : Files.newInputStream(Path.of(log.location()));
    return Decompression.of(raw);
  }

  private void read(InputStream input, String name) throws IOException {
    byte[] start = beginning(input);
    CountingSink counting = new CountingSink(sink);
    switch (FormatDetection.of(start)) {
      case Detection.Empty empty ->
          problems.add(Diagnostic.warningIn(Code.ZC1204, name, "the log is empty"));
      case Detection.Unknown(String hint) -> problems.add(unknown(name, hint));
      case Detection.Capture capture ->
          counted(
              name, LogFormat.PCAP, counting, () -> new CaptureReader(name, counting).read(input));
      case Detection.Table(LogFormat format) ->
          counted(
              name,
              format,
              counting,
              () ->
                  lines(
                      input,
                      name,
                      format == LogFormat.ZEEK ? new ZeekTableReader() : new AwsReader(),
                      counting));
      case Detection.Lines(LogFormat format) ->
          counted(
              name,
              format,
              counting,
              () -> lines(input, name, ofObjects(objects(format)), counting));
      case Detection.Objects(LogFormat format, boolean wrapped) ->
          counted(
              name,
              format,
              counting,
              () -> new ObjectStream(name, wrapped, counting).read(input, objects(format)));
    }
  }

  /** Work that reads a log. */
  private interface Work {
    void run() throws IOException;
  }

  /** Reads a log, and keeps its counts even if it cannot be read to its end. */
  private void counted(String name, LogFormat format, CountingSink sink, Work work)
      throws IOException {
    try {
      work.run();
    } finally {
      counts.add(sink.counts(name, format));
    }
  }

  private static Diagnostic unknown(String name, String hint) {
    Diagnostic problem =
        Diagnostic.errorIn(Code.ZC1203, name, "the file is no log of flows in a known format");
    return (hint.isEmpty() ? problem : problem.note(hint))
        .help(
            "the formats are Hubble, Calico, Suricata EVE, Zeek conn, AWS, GCP and Azure flow logs,"
                + " and packet captures");
  }

  /** Reads the beginning of a log without consuming it: at least a line, if it has one. */
  private static byte[] beginning(InputStream input) throws IOException {
    byte[] start = new byte[FormatDetection.LOOKED_AT];
    int length = 0;
    input.mark(FormatDetection.LOOKED_AT + 1);
    int count = 0;
    while (length < start.length
        && (count = input.read(start, length, start.length - length)) > 0) {
      length += count;
      // A stream may pause after its first lines, which are enough.
      if (input.available() == 0 && containsLine(start, length)) {
        break;
      }
    }
    input.reset();
    return Arrays.copyOf(start, length);
  }

  private static boolean containsLine(byte[] start, int length) {
    for (int i = 0; i < length; i++) {
      if (start[i] == '\n' && i > 0) {
        return true;
      }
    }
    return false;
  }

  private static void lines(InputStream input, String name, LineReader reader, FlowSink sink)
      throws IOException {
    lines(new LogLines(input), name, reader, sink);
  }

  private static void lines(LogLines lines, String name, LineReader reader, FlowSink sink)
      throws IOException {
    while (lines.next()) {
      if (lines.line().number() % LINES_BETWEEN_LOOKS == 0) {
        Deadline.check();
      }
      if (lines.line().length() > 0) {
        reader.read(lines.line(), name, sink);
      }
    }
  }

  /** Returns a reader of lines that are JSON objects. */
  static LineReader ofObjects(ObjectReader reader) {
    FieldReader fields = reader.fields();
    return (line, file, sink) -> {
      RecordPlace place = new RecordPlace(file, line.number());
      Optional<String> problem = fields.read(line);
      if (problem.isPresent()) {
        sink.unreadable(place, problem.get());
      } else {
        reader.record(place, line, sink);
      }
    };
  }

  static ObjectReader objects(LogFormat format) {
    return switch (format) {
      case HUBBLE -> new HubbleReader();
      case CALICO -> new CalicoReader();
      case SURICATA -> new SuricataReader();
      case ZEEK -> new ZeekJsonReader();
      case GCP -> new GcpReader();
      case AZURE -> new AzureReader();
      case AWS, PCAP -> throw new IllegalArgumentException(format + " has no objects");
    };
  }

  /** Reads JSON objects that span lines or are in a list. */
  private record ObjectStream(String name, boolean wrapped, FlowSink sink) {
    void read(InputStream input, ObjectReader reader) throws IOException {
      long line = 1;
      try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), input)) {
        @Nullable JsonToken token;
        while ((token = parser.nextToken()) != null) {
          line = parser.currentTokenLocation().getLineNr();
          if (token == JsonToken.START_OBJECT && isRecord(parser)) {
            RecordPlace place = new RecordPlace(name, line);
            Deadline.check();
            reader.fields().read(parser);
            reader.record(place, () -> "the record at line " + place.number(), sink);
          }
        }
      } catch (JacksonException e) {
        @Nullable TokenStreamLocation location = e.getLocation();
        long at = location == null ? line : Math.max(line, location.getLineNr());
        sink.unreadable(
            new RecordPlace(name, at),
            FieldReader.reason(e) + "; the rest of the file is not read");
      }
    }

    /** Whether the object is a record, and not the one around the list of all records. */
    private boolean isRecord(JsonParser parser) {
      TokenStreamContext parent = parser.streamReadContext().getParent();
      return parent.inArray() || (parent.inRoot() && !wrapped);
    }
  }
}
