package dev.zonec.kubernetes.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API takes an absent field for. */
public final class Absent {
  private Absent() {}

  /** The text, or an empty one. */
  public static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** The list, or an empty one. */
  public static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
