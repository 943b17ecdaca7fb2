package dev.zonec.stream.source;

import java.io.Serializable;
import java.util.List;

/**
 * The parts that no reader has got yet.
 *
 * @param parts the parts, in the order of reading
 */
record PartsLeft(List<PartSplit> parts) implements Serializable {
  private static final long serialVersionUID = 1;

  PartsLeft {
    parts = List.copyOf(parts);
  }
}
