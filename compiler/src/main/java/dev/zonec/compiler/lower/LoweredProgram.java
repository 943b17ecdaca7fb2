package dev.zonec.compiler.lower;

import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.List;

/**
 * A program's meaning, and how its zones are written.
 *
 * @param program the meaning
 * @param zones how each zone of the program selects, in the same order
 * @param unused what the program imports and does not name
 */
public record LoweredProgram(
    ZoneProgram program, List<ZoneSelection> zones, List<Party.Outside> unused) {
  /** Copies the lists. */
  public LoweredProgram {
    zones = List.copyOf(zones);
    unused = List.copyOf(unused);
  }
}
