package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.NodeKind;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.query.AnswerEnd;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The places of addresses: the external with the fewest addresses that contains them. So an
 * external inside of {@code internet} has a node of its own.
 */
final class ExternalPlaces {
  /** The greatest number of blocks that a node lists. */
  private static final int MOST_BLOCKS = 2;

  /** The prefix of the largest block that a node lists. */
  private static final int LEAST_PREFIX = 8;

  private static final Place OTHERS =
      new Place("addresses", "other addresses", List.of(), NodeKind.EXTERNAL, Optional.empty());

  private static final Place ENTRANCE =
      new Place(
          "entrance",
          "Ingresses and routes",
          List.of("callers that they let in"),
          NodeKind.ENTRANCE,
          Optional.empty());

  private final List<Party.Outside> narrowestFirst;

  ExternalPlaces(ZoneProgram program) {
    narrowestFirst =
        program.externals().stream().sorted(Comparator.comparing(ExternalPlaces::size)).toList();
  }

  /** Returns the place of callers through Ingresses and routes. */
  static Place entrance() {
    return ENTRANCE;
  }

  /** Returns the place of an end that is no pod. */
  Place of(AnswerEnd end) {
    return end.endpoint() instanceof Endpoint.Node
        ? new Place(
            "node:" + end.label(), end.label(), List.of(), NodeKind.EXTERNAL, Optional.empty())
        : around(end.endpoint()).orElse(OTHERS);
  }

  /** Returns the place of the narrowest external with {@code endpoint}; empty if there is none. */
  Optional<Place> around(Endpoint endpoint) {
    return narrowestFirst.stream()
        .filter(external -> external.contains(endpoint))
        .findFirst()
        .map(ExternalPlaces::of);
  }

  /** Returns the place of {@code party}, which is no zone. */
  static Place of(Party party) {
    List<String> details =
        party instanceof Party.Addresses addresses && isSmall(addresses)
            ? addresses.blocks().stream().map(IpBlock::cidr).map(Object::toString).toList()
            : List.of();
    return new Place(
        "external:" + party.name(), party.name(), details, NodeKind.EXTERNAL, Optional.empty());
  }

  /** Whether the blocks tell a reader more than the name. */
  private static boolean isSmall(Party.Addresses addresses) {
    return addresses.blocks().size() <= MOST_BLOCKS
        && addresses.blocks().stream().allMatch(block -> block.cidr().prefix() >= LEAST_PREFIX);
  }

  /** Returns the number of addresses; pods count as none. */
  private static BigInteger size(Party.Outside external) {
    BigInteger size = BigInteger.ZERO;
    if (external instanceof Party.Addresses addresses) {
      for (Family family : Family.values()) {
        for (AddressSet.Range range : AddressSet.of(family, addresses.blocks()).ranges()) {
          size = size.add(range.last().subtract(range.first()).add(BigInteger.ONE));
        }
      }
    }
    return size;
  }
}
