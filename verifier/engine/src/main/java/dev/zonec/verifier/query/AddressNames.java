package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.List;

/** The names that answers print for addresses, such as {@code internet (1.0.0.0-9.255.255.255)}. */
final class AddressNames {
  private final ZoneProgram program;

  AddressNames(ZoneProgram program) {
    this.program = program;
  }

  /** Returns the names of the externals that contain {@code endpoint}. */
  List<String> externals(Endpoint endpoint) {
    return program.externals().stream()
        .filter(external -> external.contains(endpoint))
        .map(Party::name)
        .toList();
  }

  /**
   * Returns the label of a range of addresses: the externals that contain it, with the range in
   * parentheses. Without such an external, the label is the range alone.
   */
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
