package dev.zonec.kubernetes.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replaces absent fields by what the API treats them as. */
public final class Absent {
  private Absent() {}

  /** Returns the text, or an empty one. */
  public static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Returns the list, or an empty one. */
  public static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
