package dev.zonec.risk.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;

/**
 * The outcome of reading a JSON text.
 *
 * @param <T> what is read
 */
public sealed interface JsonReading<T> {
  /** The text was read to its end. */
  record Read<T>(T value) implements JsonReading<T> {}

  /**
   * The text is not well formed.
   *
   * @param reason what is wrong, without a full stop
   * @param line the line, counted from 1; 0 if it is not known
   * @param column the column, counted from 1
   */
  record Damaged<T>(String reason, int line, int column) implements JsonReading<T> {}

  /** Opens a text. */
  interface Opening {
    /** Returns the bytes of the text. */
    InputStream open() throws IOException;
  }

  /**
   * Reads a text from its beginning to its end.
   *
   * @param content reads the value at the cursor
   * @throws IOException if the text cannot be opened
   */
  static <T> JsonReading<T> of(Opening text, Function<JsonCursor, T> content) throws IOException {
    try (InputStream in = text.open();
        JsonCursor cursor = new JsonCursor(in)) {
      T value = content.apply(cursor);
      cursor.end();
      return new Read<>(value);
    } catch (Malformed e) {
      return new Damaged<>(Objects.toString(e.getMessage()), e.line(), e.column());
    } catch (JacksonIOException e) {
      return new Damaged<>(first(e.getOriginalMessage()), 0, 0);
    } catch (JacksonException e) {
      TokenStreamLocation place = e.getLocation();
      return new Damaged<>(
          first(e.getOriginalMessage()),
          place == null ? 0 : Math.max(0, place.getLineNr()),
          place == null ? 0 : Math.max(0, place.getColumnNr()));
    }
  }

  private static String first(String message) {
    String text = Objects.toString(message, "the text ends too early");
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
