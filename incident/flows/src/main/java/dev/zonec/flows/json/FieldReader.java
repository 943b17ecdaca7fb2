package dev.zonec.flows.json;

import dev.zonec.flows.log.Line;
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

  private final FieldTree tree;
  private final Fields fields;

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
    try (JsonParser parser =
        JSON.createParser(ObjectReadContext.empty(), line.bytes(), line.start(), line.length())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.of("it is not a JSON object");
      }
      read(parser);
      return parser.nextToken() == null
          ? Optional.empty()
          : Optional.of("there is more text after the JSON object");
    } catch (JacksonException e) {
      return Optional.of(reason(e));
    }
  }

  /**
   * Reads the object that begins at the parser's token, up to its end.
   *
   * @throws JacksonException if it is not valid
   */
  public void read(JsonParser parser) {
    fields.clear();
    object(parser, tree.root());
  }

  /** Returns what is wrong with a text, without its place in the text. */
  public static String reason(JacksonException e) {
    @Nullable String message = e.getOriginalMessage();
    String text = message == null ? "it is not valid" : message;
    int end = text.indexOf('\n');
    return "it is not valid JSON: " + (end < 0 ? text : text.substring(0, end)).strip();
  }

  private void object(JsonParser parser, FieldTree.Node node) {
    @Nullable String name;
    while ((name = parser.nextName()) != null) {
      JsonToken value = parser.nextToken();
      FieldTree.@Nullable Node child = FieldTree.child(node, name);
      if (child == null) {
        parser.skipChildren();
      } else {
        value(parser, value, child);
      }
    }
  }

  private void value(JsonParser parser, JsonToken value, FieldTree.Node node) {
    switch (value) {
      case START_OBJECT -> {
        if (node.field >= 0) {
          fields.set(node.field, Fields.STRUCTURE);
        }
        if (node.children.isEmpty()) {
          parser.skipChildren();
        } else {
          object(parser, node);
        }
      }
      case START_ARRAY -> {
        if (node.list >= 0) {
          texts(parser, node.list);
        } else {
          if (node.field >= 0) {
            fields.set(node.field, Fields.STRUCTURE);
          }
          if (node.children.isEmpty()) {
            parser.skipChildren();
          } else {
            objects(parser, node);
          }
        }
      }
      case VALUE_NULL -> {}
      default -> {
        if (node.field >= 0) {
          fields.set(node.field, parser.getString());
        }
      }
    }
  }

  private void objects(JsonParser parser, FieldTree.Node node) {
    @Nullable JsonToken token;
    while ((token = parser.nextToken()) != null && token != JsonToken.END_ARRAY) {
      if (token == JsonToken.START_OBJECT) {
        object(parser, node);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void texts(JsonParser parser, int list) {
    @Nullable JsonToken token;
    while ((token = parser.nextToken()) != null && token != JsonToken.END_ARRAY) {
      if (token == JsonToken.VALUE_STRING) {
        fields.add(list, parser.getString());
      } else {
        parser.skipChildren();
      }
    }
  }
}
