package dev.zonec.flows.analysis;

import dev.zonec.flows.rule.SourceState;
import java.io.Serializable;

/** A source in {@link RecentSources}. */
final class SeenSource implements Serializable {
  private static final long serialVersionUID = 1;

  private final String name;
  private final SourceState state;

  /** The number of its last use. */
  long used;

  /** Whether its behaviour was forgotten since. */
  boolean forgotten;

  SeenSource(String name, SourceState state) {
    this.name = name;
    this.state = state;
  }

  String name() {
    return name;
  }

  SourceState state() {
    return state;
  }
}
