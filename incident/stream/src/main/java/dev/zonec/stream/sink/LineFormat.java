package dev.zonec.stream.sink;

import java.util.Locale;

/** The formats of results. */
public enum LineFormat {
  /** All results: findings at once, and all rows and counts of each period. */
  JSON,
  /** Findings as alerts of the Elastic Common Schema. */
  ECS,
  /** Findings as Detection Findings of OCSF. */
  OCSF;

  /** Returns the name in options. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
