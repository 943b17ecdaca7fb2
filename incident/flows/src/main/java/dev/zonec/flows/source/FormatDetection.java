package dev.zonec.flows.source;

import dev.zonec.flows.aws.AwsReader;
import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.pcap.CaptureReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Finds the format of a log from its first bytes. */
final class FormatDetection {
  /** The number of bytes that a decision is made from. */
  static final int LOOKED_AT = 1 << 16;

  /** The number of lines that may be damaged before the first one that shows the format. */
  private static final int TRIED = 20;

  /** The depth of the objects whose names are looked at. */
  private static final int DEEPEST = 6;

  private static final JsonFactory JSON = new JsonFactory();

  /** The beginning of an object around a list of records. */
  private static final Pattern WRAPPER =
      Pattern.compile("\\ufeff?\\s*\\{\\s*\"(records|flows|items|meta|total)\"");

  private FormatDetection() {}

  /**
   * @param start the first bytes of the log, at most {@link #LOOKED_AT}
   */
  static Detection of(byte[] start) {
    if (CaptureReader.isCapture(start)) {
      return new Detection.Capture();
    }
    String text = new String(start, StandardCharsets.UTF_8);
    text = text.startsWith("\ufeff") ? text.substring(1) : text;
    if (text.isBlank()) {
      return new Detection.Empty();
    }
    if (text.indexOf('\0') >= 0) {
      return new Detection.Unknown("it is a binary file");
    }
    List<String> lines = text.lines().filter(line -> !line.isBlank()).limit(TRIED).toList();
    return table(lines).or(() -> json(lines, start)).orElseGet(() -> unknown(lines));
  }

  private static Optional<Detection> table(List<String> lines) {
    String first = lines.getFirst();
    if (first.startsWith("#separator") || first.startsWith("#fields")) {
      Optional<String> other =
          lines.stream()
              .filter(line -> line.startsWith("#path") && !line.strip().endsWith("conn"))
              .findFirst();
      return Optional.of(
          other.isEmpty()
              ? new Detection.Table(LogFormat.ZEEK)
              : new Detection.Unknown(
                  "it is a log of Zeek, but not conn.log: `" + other.get().strip() + "`"));
    }
    boolean aws =
        AwsReader.isHeader(first) || lines.stream().limit(3).anyMatch(AwsReader::isDefault);
    return aws ? Optional.of(new Detection.Table(LogFormat.AWS)) : Optional.empty();
  }

  private static Optional<Detection> json(List<String> lines, byte[] start) {
    for (String line : lines) {
      if (line.stripLeading().startsWith("{")) {
        Optional<LogFormat> format =
            names(line.getBytes(StandardCharsets.UTF_8)).flatMap(FormatDetection::format);
        if (format.isPresent() && isWhole(line) && format.get() != LogFormat.AZURE) {
          return Optional.of(new Detection.Lines(format.get()));
        }
      }
    }
    String first = lines.getFirst().stripLeading();
    if (!first.startsWith("{") && !first.startsWith("[")) {
      return Optional.empty();
    }
    boolean wrapped = WRAPPER.matcher(new String(start, StandardCharsets.UTF_8)).lookingAt();
    return names(start)
        .flatMap(FormatDetection::format)
        .map(format -> new Detection.Objects(format, wrapped));
  }

  private static boolean isWhole(String line) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      parser.nextToken();
      parser.skipChildren();
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Returns the names of the first object and of the objects in it; empty if it is none. */
  private static Optional<Set<String>> names(byte[] text) {
    Set<String> names = new HashSet<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text, 0, text.length)) {
      @Nullable JsonToken token;
      int depth = 0;
      while ((token = parser.nextToken()) != null) {
        switch (token) {
          case START_OBJECT -> depth++;
          case END_OBJECT -> depth--;
          case PROPERTY_NAME -> {
            if (depth <= DEEPEST) {
              names.add(parser.currentName());
            }
          }
          default -> {}
        }
        if (depth == 0 && token == JsonToken.END_OBJECT) {
          break;
        }
      }
    } catch (JacksonException e) {
      // The first bytes may end in an object, whose first names are enough.
      return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
    return Optional.of(names);
  }

  private static Optional<LogFormat> format(Set<String> names) {
    if (names.contains("event_type") && names.contains("timestamp")) {
      return Optional.of(LogFormat.SURICATA);
    }
    if (names.contains("flowTuples") || names.contains("flowRecords")) {
      return Optional.of(LogFormat.AZURE);
    }
    if (names.contains("reporter")
        && names.contains("action")
        && (names.contains("source_name") || names.contains("sourceName"))) {
      return Optional.of(LogFormat.CALICO);
    }
    boolean hubble =
        names.contains("verdict") && (names.contains("IP") || names.contains("traffic_direction"));
    if (hubble
        || names.contains("lost_events")
        || (names.contains("node_status") && names.contains("state_change"))
        || names.contains("agent_event")) {
      return Optional.of(LogFormat.HUBBLE);
    }
    if (names.contains("id.orig_h") || names.contains("orig_h")) {
      return Optional.of(LogFormat.ZEEK);
    }
    boolean gcp = names.contains("connection") && names.contains("reporter");
    return gcp && names.contains("src_ip") ? Optional.of(LogFormat.GCP) : Optional.empty();
  }

  private static Detection unknown(List<String> lines) {
    String first = lines.getFirst();
    if (lines.stream().anyMatch(line -> line.contains("[**]") && line.contains("->"))) {
      return new Detection.Unknown(
          "it is Suricata's fast.log, which lacks most of an event; use eve.json");
    }
    if (lines.stream()
        .anyMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\S+ std(out|err) [FP] .*"))) {
      return new Detection.Unknown(
          "the container runtime put its own words before each line; remove them, for example with"
              + " `cut -d' ' -f4-`");
    }
    if (lines.stream().anyMatch(line -> line.split("\t", -1).length >= 5)) {
      return new Detection.Unknown(
          "it is a table without the `#fields` line that names the columns, such as the output of"
              + " zeek-cut");
    }
    return new Detection.Unknown(
        first.matches("[2-9] \\S+ .*")
            ? "it is an AWS log of a custom format; keep its line with the names of the columns"
            : "");
  }
}
