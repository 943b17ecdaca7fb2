package dev.zonec.verifier.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API takes an absent field for. */
final class Absent {
  private Absent() {}

  static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
