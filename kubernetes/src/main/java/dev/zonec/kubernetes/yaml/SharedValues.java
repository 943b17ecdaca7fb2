package dev.zonec.kubernetes.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Replaces equal values by one of them, because field names and labels are repeated in every
 * object. Several threads may use it without a lock: a value that another thread overwrites is only
 * kept twice.
 */
public final class SharedValues {
  /** Longer values are rarely repeated. */
  private static final int LONGEST = 40;

  private static final int PLACES = 1 << 14;

  // Each place keeps the last value with its hash code.
  private final @Nullable String[] values = new @Nullable String[PLACES];

  /** Returns {@code value} or an equal string. */
  String of(String value) {
    if (value.length() > LONGEST) {
      return value;
    }
    int hash = value.hashCode();
    int place = (hash ^ (hash >>> 14)) & (PLACES - 1);
    @Nullable String known = values[place];
    if (known != null && known.equals(value)) {
      return known;
    }
    values[place] = value;
    return value;
  }
}
