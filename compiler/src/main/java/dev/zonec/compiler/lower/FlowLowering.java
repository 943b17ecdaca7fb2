package dev.zonec.compiler.lower;

import dev.zonec.compiler.resolve.FlowDeclaration;
import dev.zonec.compiler.resolve.FlowDeclaration.DeclaredEnds;
import dev.zonec.compiler.resolve.PartyUse;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lowers {@code allow} statements to flows between two parties. */
final class FlowLowering {
  private final LoweredParties parties;

  FlowLowering(LoweredParties parties) {
    this.parties = parties;
  }

  List<Flow> lower(FlowDeclaration declaration) {
    Map<List<String>, Flow> flows = new LinkedHashMap<>();
    switch (declaration.ends()) {
      case DeclaredEnds.To(List<PartyUse> from, List<PartyUse> to) ->
          add(flows, declaration, from, to);
      case DeclaredEnds.Both(List<PartyUse> left, List<PartyUse> right) -> {
        add(flows, declaration, left, right);
        add(flows, declaration, right, left);
      }
      case DeclaredEnds.Within(List<PartyUse> zones) ->
          zones.forEach(zone -> add(flows, declaration, List.of(zone), List.of(zone)));
    }
    return List.copyOf(flows.values());
  }

  private void add(
      Map<List<String>, Flow> flows,
      FlowDeclaration declaration,
      List<PartyUse> from,
      List<PartyUse> to) {
    for (Party a : all(from)) {
      for (Party b : all(to)) {
        flows.putIfAbsent(
            List.of(a.name(), b.name()),
            new Flow(a, b, declaration.service(), false, declaration.span()));
      }
    }
  }

  private List<Party> all(List<PartyUse> uses) {
    return parties.all(uses.stream().map(PartyUse::party).toList());
  }
}
