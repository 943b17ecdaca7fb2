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
 * The model of a program, and the information about its text that compilation needs.
 *
 * @param program the model
 * @param zones the selection of each zone, in the same order
 * @param parts the parts of zones and externals that it names, such as {@code {shop except web}}
 * @param unused the imported parties that it does not name
 * @param accounts the owners, reasons and tickets of flows, by the span of the statement
 * @param emitted the labels and annotations that its policies carry in addition to zonec's own
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
   * @param declaration the part as it is written
   * @param party the party of the model
   */
  public record Part(PartyDeclaration.Except declaration, Party party) {}

  /** Returns the program with the flows of {@code statement} only, and without patterns. */
  public LoweredProgram withFlowsAt(Span statement) {
    return new LoweredProgram(
        program.onlyFlows(
            program.flows().stream().filter(flow -> flow.span().equals(statement)).toList()),
        zones,
        parts,
        unused,
        accounts,
        emitted);
  }

  /** Copies the lists. */
  public LoweredProgram {
    zones = List.copyOf(zones);
    parts = List.copyOf(parts);
    unused = List.copyOf(unused);
    accounts = Map.copyOf(accounts);
  }
}
