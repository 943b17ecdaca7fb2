package dev.zonec.compiler.lower;

import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.compiler.resolve.WaiverDeclaration;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Waiver;
import java.util.List;

/** Lowers waivers. */
final class WaiverLowering {
  private final LoweredParties parties;

  WaiverLowering(LoweredParties parties) {
    this.parties = parties;
  }

  Waiver lower(WaiverDeclaration declaration) {
    Waiver.Excused excused =
        switch (declaration.excused()) {
          case WaiverDeclaration.Excused.Connections(var from, var to, var service) ->
              new Waiver.Excused.Connections(all(from), all(to), service);
          case WaiverDeclaration.Excused.Paths(var from, var to) ->
              new Waiver.Excused.Paths(all(from), all(to));
        };
    return new Waiver(
        declaration.assertion(),
        excused,
        declaration.reason(),
        declaration.approvedBy(),
        declaration.until(),
        declaration.span());
  }

  private List<Party> all(List<PartyDeclaration> declarations) {
    return parties.all(declarations);
  }
}
