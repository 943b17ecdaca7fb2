package dev.zonec.compiler.lower;

import dev.zonec.model.program.ZoneProgram;
import java.util.List;

/**
 * A program's meaning, and how its zones are written.
 *
 * @param program the meaning
 * @param zones how each zone of the program selects, in the same order
 */
public record LoweredProgram(ZoneProgram program, List<ZoneSelection> zones) {
  /** Copies the list. */
  public LoweredProgram {
    zones = List.copyOf(zones);
  }
}
