package dev.zonec.flows.json;

import dev.zonec.flows.observed.Instants;
import dev.zonec.flows.observed.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of the wanted fields of one object. The same object holds one after the other. */
public final class Fields {
  /** The value of a field that is an object or a list. */
  static final String STRUCTURE = "{}";

  private static final byte ABSENT = 0;
  private static final byte TEXT = 1;

  /** A whole number. */
  private static final byte NUMBER = 2;

  /** A number of seconds with a fraction, as milliseconds. */
  private static final byte SECONDS = 3;

  /** A date, as milliseconds since 1970. */
  private static final byte DATE = 4;

  /** An object that is read as a whole. */
  private static final byte PART = 5;

  private static final byte LIST = 6;

  /** The form of each value; the other arrays have a value only for fields of their form. */
  private final byte[] forms;

  private final @Nullable String[] texts;
  private final long[] numbers;
  private final @Nullable Fields[] parts;
  private final @Nullable List<String>[] lists;

  @SuppressWarnings({"unchecked", "rawtypes"}) // An array of lists cannot be typed.
  Fields(int size) {
    forms = new byte[size];
    texts = new @Nullable String[size];
    numbers = new long[size];
    parts = new @Nullable Fields[size];
    lists = new List[size];
  }

  void clear() {
    Arrays.fill(forms, ABSENT);
  }

  void set(int field, String value) {
    forms[field] = TEXT;
    texts[field] = value;
  }

  void setNumber(int field, long value) {
    set(field, NUMBER, value);
  }

  void setSeconds(int field, long millis) {
    set(field, SECONDS, millis);
  }

  void setDate(int field, long millis) {
    set(field, DATE, millis);
  }

  private void set(int field, byte form, long number) {
    forms[field] = form;
    numbers[field] = number;
  }

  void setPart(int field, Fields part) {
    forms[field] = PART;
    parts[field] = part;
  }

  void add(int field, String value) {
    @Nullable List<String> list = lists[field];
    if (forms[field] != LIST || list == null) {
      list = new ArrayList<>();
      lists[field] = list;
      forms[field] = LIST;
    }
    list.add(value);
  }

  /** Returns the text or number; empty if the field is absent or null, or a time that was read. */
  public String text(int field) {
    return switch (forms[field]) {
      case TEXT -> {
        @Nullable String value = texts[field];
        yield value == null ? "" : value;
      }
      case NUMBER -> Long.toString(numbers[field]);
      case PART -> STRUCTURE;
      default -> "";
    };
  }

  /** Whether the field is there and not null. */
  public boolean has(int field) {
    return forms[field] != ABSENT;
  }

  /** Whether the field is the truth value {@code true}, or this word. */
  public boolean is(int field) {
    return text(field).equals("true");
  }

  /** Returns the texts of a list; none if the field is absent. */
  public List<String> list(int field) {
    @Nullable List<String> list = lists[field];
    return forms[field] != LIST || list == null ? List.of() : list;
  }

  /** Returns the fields of an object that is read as a whole; null if there is none. */
  public @Nullable Fields part(int field) {
    return forms[field] == PART ? parts[field] : null;
  }

  /** Returns the number; {@code otherwise} if the field is absent or no number. */
  public long number(int field, long otherwise) {
    return switch (forms[field]) {
      case NUMBER -> numbers[field];
      case TEXT -> Numbers.parse(text(field), otherwise);
      default -> otherwise;
    };
  }

  /** Returns a port; 0 if the field is absent or no port. */
  public int port(int field) {
    return Numbers.port(number(field, 0));
  }

  /**
   * Returns a date in milliseconds since 1970; {@code otherwise} if the field is absent or no date.
   *
   * @param field a field that was added as a time
   */
  public long date(int field, long otherwise) {
    return forms[field] == DATE ? numbers[field] : otherwise;
  }

  /**
   * Returns a number of seconds as milliseconds; {@code otherwise} if the field is absent or no
   * such number.
   *
   * @param field a field that was added as a time
   */
  public long seconds(int field, long otherwise) {
    return switch (forms[field]) {
      case SECONDS -> numbers[field];
      case NUMBER, TEXT -> Instants.seconds(text(field)).orElse(otherwise);
      default -> otherwise;
    };
  }
}
