package dev.zonec.flows.json;

import dev.zonec.flows.log.Line;
import dev.zonec.flows.log.Symbols;
import dev.zonec.flows.observed.Instants;
import dev.zonec.flows.observed.RecurringMinutes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the wanted fields of JSON objects. */
public final class FieldReader {
  private static final JsonFactory JSON = new JsonFactory();
  private static final byte[] NONE = new byte[0];

  /** The digits of the longest number that surely fits. */
  private static final int SURE_DIGITS = 18;

  private final FieldTree tree;
  private final Fields fields;
  private final Symbols symbols = new Symbols();
  private final RecurringMinutes minutes = new RecurringMinutes();
  private final PartTable parts = new PartTable();
  private final ShortenedLine shortened = new ShortenedLine(parts);
  private boolean isShortened;

  /** The bytes of the line that is read, and where it begins; no bytes if there are only tokens. */
  private byte[] bytes = NONE;

  private int start;

  /**
   * @param tree the wanted fields, which are complete
   */
  public FieldReader(FieldTree tree) {
    this.tree = tree;
    this.fields = new Fields(tree.size());
  }

  /** Returns the values of the object that was read last. */
  public Fields fields() {
    return fields;
  }

  /** Reads the object that is the line. Returns what is wrong; empty if the object was read. */
  public Optional<String> read(Line line) {
    if (!line.whole()) {
      return Optional.of("the line is longer than 4 MB");
    }
    if (tree.hasParts()
        && shortened.shorten(line.bytes(), line.start(), line.length())
        && isReadShortened()) {
      return Optional.empty();
    }
    return read(line.bytes(), line.start(), line.length());
  }

  /** Reads the line without the objects that were read before; returns false if this failed. */
  private boolean isReadShortened() {
    isShortened = true;
    try {
      return read(shortened.bytes(), 0, shortened.length()).isEmpty() && shortened.isComplete();
    } finally {
      isShortened = false;
    }
  }

  private Optional<String> read(byte[] text, int from, int length) {
    bytes = text;
    start = from;
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text, from, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.of("it is not a JSON object");
      }
      read(parser);
      return parser.nextToken() == null
          ? Optional.empty()
          : Optional.of("there is more text after the JSON object");
    } catch (JacksonException e) {
      return Optional.of(reason(e));
    } finally {
      bytes = NONE;
    }
  }

  /**
   * Reads the object that begins at the parser's token, up to its end.
   *
   * @throws JacksonException if it is not valid
   */
  public void read(JsonParser parser) {
    fields.clear();
    object(parser, tree.root(), fields);
  }

  /** Returns what is wrong with a text, without its place in the text. */
  public static String reason(JacksonException e) {
    @Nullable String message = e.getOriginalMessage();
    String text = message == null ? "it is not valid" : message;
    int end = text.indexOf('\n');
    return "it is not valid JSON: " + (end < 0 ? text : text.substring(0, end)).strip();
  }

  private void object(JsonParser parser, FieldTree.Node node, Fields into) {
    @Nullable String name;
    for (int at = 0; (name = parser.nextName()) != null; at++) {
      JsonToken value = parser.nextToken();
      FieldTree.@Nullable Node child = node.child(name, at);
      if (child == null) {
        parser.skipChildren();
      } else {
        value(parser, value, child, into);
      }
    }
  }

  private void value(JsonParser parser, JsonToken value, FieldTree.Node node, Fields into) {
    switch (value) {
      case START_OBJECT -> {
        if (node.part != null) {
          into.setPart(node.field, part(parser, node.part));
        } else {
          if (node.field >= 0) {
            into.set(node.field, Fields.STRUCTURE);
          }
          if (node.children.isEmpty()) {
            parser.skipChildren();
          } else {
            object(parser, node, into);
          }
        }
      }
      case START_ARRAY -> {
        if (node.list >= 0) {
          texts(parser, node.list, into);
        } else {
          if (node.field >= 0) {
            into.set(node.field, Fields.STRUCTURE);
          }
          if (node.children.isEmpty()) {
            parser.skipChildren();
          } else {
            objects(parser, node, into);
          }
        }
      }
      case VALUE_NULL -> {}
      default -> {
        @Nullable Fields part =
            isShortened && node.part != null ? leftOut(parser, node.part) : null;
        if (part != null) {
          into.setPart(node.field, part);
        } else if (node.field >= 0) {
          scalar(parser, value, node, into);
        }
      }
    }
  }

  private void scalar(JsonParser parser, JsonToken value, FieldTree.Node node, Fields into) {
    switch (value) {
      case VALUE_TRUE -> into.set(node.field, "true");
      case VALUE_FALSE -> into.set(node.field, "false");
      case VALUE_NUMBER_INT -> {
        // The text -0 is no other number, but another text.
        if (parser.getStringLength() <= SURE_DIGITS && parser.getLongValue() != 0) {
          into.setNumber(node.field, parser.getLongValue());
        } else {
          into.set(node.field, text(parser));
        }
      }
      default -> {
        boolean number = value == JsonToken.VALUE_NUMBER_FLOAT;
        long millis = node.time ? time(parser, number) : Instants.NONE;
        if (millis == Instants.NONE) {
          into.set(node.field, text(parser));
        } else if (number) {
          into.setSeconds(node.field, millis);
        } else {
          into.setDate(node.field, millis);
        }
      }
    }
  }

  /** Returns a number of seconds or a date as milliseconds; {@link Instants#NONE} if it is none. */
  private long time(JsonParser parser, boolean seconds) {
    char[] characters = parser.getStringCharacters();
    int from = parser.getStringOffset();
    int length = parser.getStringLength();
    return seconds
        ? Instants.seconds(characters, from, length)
        : minutes.parse(characters, from, length);
  }

  private String text(JsonParser parser) {
    return symbols.of(
        parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
  }

  private @Nullable Fields leftOut(JsonParser parser, FieldTree wanted) {
    return shortened.at(parser.currentTokenLocation().getByteOffset(), wanted);
  }

  /** Reads an object as a whole. An object with a text that was read before is not read again. */
  private Fields part(JsonParser parser, FieldTree wanted) {
    if (bytes.length == 0) {
      Fields read = new Fields(wanted.size());
      object(parser, wanted.root(), read);
      return read;
    }
    int from = start + (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    int to = start + (int) parser.currentTokenLocation().getByteOffset() + 1;
    @Nullable Fields known = parts.get(bytes, from, to, wanted);
    if (known != null) {
      return known;
    }
    Fields read = new Fields(wanted.size());
    try (JsonParser again = JSON.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
      again.nextToken();
      object(again, wanted.root(), read);
    }
    parts.put(bytes, from, to, wanted, read);
    return read;
  }

  private void objects(JsonParser parser, FieldTree.Node node, Fields into) {
    @Nullable JsonToken token;
    while ((token = parser.nextToken()) != null && token != JsonToken.END_ARRAY) {
      if (token == JsonToken.START_OBJECT) {
        object(parser, node, into);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void texts(JsonParser parser, int list, Fields into) {
    @Nullable JsonToken token;
    while ((token = parser.nextToken()) != null && token != JsonToken.END_ARRAY) {
      if (token == JsonToken.VALUE_STRING) {
        into.add(list, text(parser));
      } else {
        parser.skipChildren();
      }
    }
  }
}
