package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.List;

/** How answers call addresses. */
final class AddressNames {
  private final ZoneProgram program;

  AddressNames(ZoneProgram program) {
    this.program = program;
  }

  /** The externals that hold {@code endpoint}. */
  List<String> externals(Endpoint endpoint) {
    return program.externals().stream()
        .filter(external -> external.contains(endpoint))
        .map(Party::name)
        .toList();
  }

  /** {@code internet (1.0.0.0-9.255.255.255)}, or the addresses alone where nobody names them. */
  String label(Endpoint endpoint, AddressSet.Range range) {
    List<String> externals = externals(endpoint);
    String span = text(((Endpoint.External) endpoint).address(), range);
    return externals.isEmpty() ? span : String.join("/", externals) + " (" + span + ")";
  }

  private static String text(IpAddress of, AddressSet.Range range) {
    String first = new IpAddress(of.family(), range.first()).toString();
    return range.first().equals(range.last())
        ? first
        : first + "-" + new IpAddress(of.family(), range.last());
  }
}
