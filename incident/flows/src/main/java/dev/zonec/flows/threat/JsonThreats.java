package dev.zonec.flows.threat;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.flows.json.FieldReader;
import dev.zonec.flows.json.FieldTree;
import dev.zonec.flows.json.Fields;
import dev.zonec.flows.observed.Instants;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/** Reads STIX 2.1 bundles, MISP events, and MISP warning lists. */
final class JsonThreats {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int TOKENS_BETWEEN_LOOKS = 256;

  /** A comparison of a STIX pattern that names an address. */
  private static final Pattern COMPARISON =
      Pattern.compile(
          "(?:ipv4-addr:value|ipv6-addr:value|network-traffic:(?:src|dst)_ref\\.value)"
              + "\\s*(=|ISSUBSET|IN)\\s*(\\([^)]*\\)|'[^']*')");

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

  private final ThreatListReader list;
  private final FieldTree tree = new FieldTree();
  private final int type = tree.add("type");
  private final int pattern = tree.add("pattern");
  private final int patternType = tree.add("pattern_type");
  private final int validFrom = tree.add("valid_from");
  private final int validUntil = tree.add("valid_until");
  private final int revoked = tree.add("revoked");
  private final int value = tree.add("value");
  private final int detection = tree.add("to_ids");
  private final int deleted = tree.add("deleted");
  private final FieldReader reader = new FieldReader(tree);

  JsonThreats(ThreatListReader list) {
    this.list = list;
  }

  void read(String text) {
    List<String> warningList = new ArrayList<>();
    boolean known = false;
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      @Nullable JsonToken token;
      int number = 0;
      while ((token = parser.nextToken()) != null) {
        if (++number % TOKENS_BETWEEN_LOOKS == 0) {
          Deadline.check();
        }
        String in = listName(parser, token);
        if (token == JsonToken.START_OBJECT && in.equals("objects")) {
          reader.read(parser);
          stix(reader.fields());
          known = true;
        } else if (token == JsonToken.START_OBJECT && in.equals("Attribute")) {
          reader.read(parser);
          misp(reader.fields());
          known = true;
        } else if (token == JsonToken.VALUE_STRING && in.equals("list")) {
          warningList.add(parser.getString());
          known = true;
        } else if (token == JsonToken.PROPERTY_NAME && "Event".equals(parser.currentName())) {
          known = true;
        }
      }
    } catch (JacksonException e) {
      list.failed(FieldReader.reason(e));
      return;
    }
    warningList.forEach(list::addHarmless);
    if (!known) {
      list.failed("it is neither a STIX bundle nor a MISP event or warning list");
    }
  }

  /** Returns the name of the list that the value is directly in; empty if it is in none. */
  private static String listName(JsonParser parser, JsonToken token) {
    TokenStreamContext context = parser.streamReadContext();
    TokenStreamContext around = token == JsonToken.START_OBJECT ? context.getParent() : context;
    if (around == null || !around.inArray() || around.getParent() == null) {
      return "";
    }
    @Nullable String name = around.getParent().currentName();
    return name == null ? "" : name;
  }

  private void stix(Fields read) {
    if (!read.text(type).equals("indicator")) {
      return;
    }
    String written = read.text(pattern);
    if (read.text(revoked).equals("true")) {
      list.unused("revoked indicators", written);
      return;
    }
    if (read.has(patternType) && !read.text(patternType).equals("stix")) {
      list.unused("patterns of another language", written);
      return;
    }
    Matcher found = COMPARISON.matcher(written);
    if (!found.find()) {
      list.unused("indicators of something else than an address", written);
      return;
    }
    String outside = QUOTED.matcher(written).replaceAll("''");
    if (Pattern.compile("\\b(AND|NOT|FOLLOWEDBY)\\b").matcher(outside).find()) {
      list.unused("patterns with more conditions than an address", written);
      return;
    }
    long from = Instants.parse(read.text(validFrom)).orElse(Long.MIN_VALUE);
    long until = Instants.parse(read.text(validUntil)).orElse(Long.MAX_VALUE);
    do {
      Matcher values = QUOTED.matcher(found.group(2));
      while (values.find()) {
        String text = values.group(1);
        list.add(text, new ThreatEntry(list.name(), text, from, until));
      }
    } while (found.find());
  }

  private void misp(Fields read) {
    String kind = read.text(type);
    String text = read.text(value);
    switch (kind) {
      case "ip-src", "ip-dst", "ip-src|port", "ip-dst|port", "domain|ip" -> {
        if (read.text(detection).equals("false") || read.text(deleted).equals("true")) {
          list.unused("attributes that are not for detection", text);
          return;
        }
        String[] parts = text.split("\\|", -1);
        String address = kind.equals("domain|ip") ? parts[parts.length - 1] : parts[0];
        list.add(address, ThreatEntry.always(list.name(), text));
      }
      case "hostname", "domain" -> list.unused("host names", text);
      default -> {}
    }
  }
}
