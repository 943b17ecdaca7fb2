package dev.zonec.verifier.proof;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.List;

/** The parties that an end of a connection is in. */
public final class EndParties {
  private EndParties() {}

  /**
   * Returns the names of the zones that contain the endpoint or, if there are none, of the
   * externals, in a fixed order.
   */
  public static List<String> of(Endpoint endpoint, ZoneProgram program) {
    List<String> zones = containing(program.zones(), endpoint);
    return zones.isEmpty() ? containing(program.externals(), endpoint) : zones;
  }

  private static List<String> containing(List<? extends Party> parties, Endpoint endpoint) {
    return parties.stream()
        .filter(party -> party.contains(endpoint))
        .map(Party::name)
        .sorted()
        .toList();
  }
}
