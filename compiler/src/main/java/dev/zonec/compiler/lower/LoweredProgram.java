package dev.zonec.compiler.lower;

import dev.zonec.compiler.resolve.EmitDeclaration;
import dev.zonec.compiler.resolve.FlowDeclaration;
import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.List;
import java.util.Map;

/**
 * A program's meaning, and how it is written.
 *
 * @param program the meaning
 * @param zones how each zone of the program selects, in the same order
 * @param parts the parts of zones and externals that it names, such as {@code {shop except web}}
 * @param unused what the program imports and does not name
 * @param accounts what flows say of themselves, by the statement
 * @param emitted what its policies carry beside what is always written
 */
public record LoweredProgram(
    ZoneProgram program,
    List<ZoneSelection> zones,
    List<Part> parts,
    List<Party.Outside> unused,
    Map<Span, FlowDeclaration.Account> accounts,
    EmitDeclaration emitted) {
  /**
   * A part of a zone or external.
   *
   * @param declaration how it is written
   * @param party what it is
   */
  public record Part(PartyDeclaration.Except declaration, Party party) {}

  /** Copies the lists. */
  public LoweredProgram {
    zones = List.copyOf(zones);
    parts = List.copyOf(parts);
    unused = List.copyOf(unused);
    accounts = Map.copyOf(accounts);
  }
}
