package dev.zonec.risk.json;

import dev.zonec.diagnostics.deadline.Deadline;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a JSON text from its beginning to its end, without keeping it. A value that a handler does
 * not read is skipped.
 *
 * <p>A text that is not well formed, and a value of another kind than the reader of a format needs,
 * end the reading with {@link Malformed}.
 */
public final class JsonCursor implements AutoCloseable {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final JsonParser parser;

  /** Whether the value at the cursor is not read yet. */
  private boolean unread = true;

  /** Receives the members of an object, in their order. */
  public interface Members {
    /** Reads the value of {@code name}, or leaves it to be skipped. */
    void member(String name);
  }

  /** Opens {@code in}. The cursor is at the value of the text. */
  public JsonCursor(InputStream in) {
    this.parser = MAPPER.createParser(in);
    parser.nextToken();
  }

  /** Whether the value is an object. */
  public boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  /** Whether the value is a list. */
  public boolean isList() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  /** Whether there is no value. */
  public boolean isAbsent() {
    return parser.currentToken() == JsonToken.VALUE_NULL || parser.currentToken() == null;
  }

  /** Returns the line of the value, counted from 1. */
  public int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  /**
   * Reads the members of the object at the cursor; none if it is {@code null}.
   *
   * @param what what the object is, for a message
   */
  public void object(String what, Members members) {
    unread = false;
    if (isAbsent()) {
      return;
    }
    require(JsonToken.START_OBJECT, what + " is not an object");
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      unread = true;
      members.member(name);
      skipUnread();
    }
    unread = false;
  }

  /**
   * Reads the items of the list at the cursor; none if it is {@code null}.
   *
   * @param what what the list is, for a message
   * @param item reads one item
   */
  public void list(String what, Runnable item) {
    unread = false;
    if (isAbsent()) {
      return;
    }
    require(JsonToken.START_ARRAY, what + " is not a list");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Deadline.check();
      unread = true;
      item.run();
      skipUnread();
    }
    unread = false;
  }

  private void require(JsonToken token, String message) {
    if (parser.currentToken() != token) {
      throw new Malformed(message, line(), parser.currentTokenLocation().getColumnNr());
    }
  }

  private void skipUnread() {
    if (unread) {
      parser.skipChildren();
      unread = false;
    }
  }

  /** Returns the text, number or truth value at the cursor; empty for anything else. */
  public String text() {
    unread = false;
    JsonToken token = parser.currentToken();
    if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
      return Optional.ofNullable(parser.getString()).orElse("");
    }
    parser.skipChildren();
    return "";
  }

  /** Returns the whole value at the cursor, which should be small. */
  public JsonNode tree() {
    unread = false;
    return MAPPER.readTree(parser);
  }

  /** Checks that nothing follows the value that was read. */
  public void end() {
    skipUnread();
    if (parser.nextToken() != null) {
      throw new Malformed(
          "text follows the end of the JSON value",
          line(),
          parser.currentTokenLocation().getColumnNr());
    }
  }

  @Override
  public void close() {
    parser.close();
  }
}
