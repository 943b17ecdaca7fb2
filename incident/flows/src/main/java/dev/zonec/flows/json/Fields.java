package dev.zonec.flows.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of the wanted fields of one object. The same object holds one after the other. */
public final class Fields {
  /** The value of a field that is an object or a list. */
  static final String STRUCTURE = "{}";

  private final @Nullable String[] values;
  private final List<@Nullable List<String>> lists;
  private final List<Integer> used = new ArrayList<>();

  Fields(int size) {
    values = new @Nullable String[size];
    lists = new ArrayList<>(Collections.nCopies(size, null));
  }

  void clear() {
    Arrays.fill(values, null);
    for (int i : used) {
      lists.set(i, null);
    }
    used.clear();
  }

  void set(int field, @Nullable String value) {
    values[field] = value;
  }

  void add(int field, String value) {
    @Nullable List<String> list = lists.get(field);
    if (list == null) {
      list = new ArrayList<>();
      lists.set(field, list);
      used.add(field);
    }
    list.add(value);
  }

  /** Returns the text or number; empty if the field is absent or null. */
  public String text(int field) {
    @Nullable String value = values[field];
    return value == null ? "" : value;
  }

  /** Whether the field is there and not null. */
  public boolean has(int field) {
    return values[field] != null;
  }

  /** Returns the texts of a list; none if the field is absent. */
  public List<String> list(int field) {
    @Nullable List<String> list = lists.get(field);
    return list == null ? List.of() : list;
  }

  /** Returns the number; {@code otherwise} if the field is absent or no number. */
  public long number(int field, long otherwise) {
    @Nullable String value = values[field];
    if (value == null || value.isEmpty()) {
      return otherwise;
    }
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** Returns a port; 0 if the field is absent or no port. */
  public int port(int field) {
    long number = number(field, 0);
    return number >= 0 && number <= 65535 ? (int) number : 0;
  }
}
