package dev.zonec.verifier.query;

import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Party;
import dev.zonec.model.query.Query;
import java.util.Arrays;
import java.util.List;

/** The addresses that the ends of a question name, and whether they name nodes by them. */
final class QueryAddresses {
  private final World world;
  private final Cluster cluster;

  /**
   * @param world whose nodes are known
   * @param cluster where nodes may have their addresses
   */
  QueryAddresses(World world, Cluster cluster) {
    this.world = world;
    this.cluster = cluster;
  }

  /** The blocks that {@code end} names; none where it names no addresses. */
  static List<IpBlock> of(Query.End end) {
    return switch (end) {
      case Query.End.OfAddresses(var block, var origin) -> List.of(block);
      case Query.End.OfParty(var party, var origin) ->
          switch (party) {
            case Party.Addresses some -> some.blocks();
            case Party.Others others -> others.blocks();
            case Party.Zone zone -> List.of();
            case Party.ForeignPods pods -> List.of();
            case Party.Anyone anyone -> List.of();
          };
      case Query.End.Anywhere anywhere -> List.of();
      case Query.End.OfWorkload workload -> List.of();
      case Query.End.OfService service -> List.of();
      case Query.End.OfPods pods -> List.of();
      case Query.End.Entrances entrances -> List.of();
    };
  }

  /** Whether {@code end} asks for whatever has {@code address}, also if that is a node. */
  boolean asksFor(IpAddress address, Query.End end) {
    return meansNodes(end) && of(end).stream().anyMatch(block -> block.contains(address));
  }

  /** Addresses as such mean the nodes that have them; an external does if it holds nodes only. */
  private boolean meansNodes(Query.End end) {
    return switch (end) {
      case Query.End.OfAddresses addresses -> true;
      case Query.End.OfParty(Party.Addresses party, var origin) ->
          Arrays.stream(Family.values())
              .allMatch(
                  family -> AddressSet.of(family, party.blocks()).minus(ofNodes(family)).isEmpty());
      case Query.End.OfParty party -> false;
      case Query.End.Anywhere anywhere -> false;
      case Query.End.OfWorkload workload -> false;
      case Query.End.OfService service -> false;
      case Query.End.OfPods pods -> false;
      case Query.End.Entrances entrances -> false;
    };
  }

  private AddressSet ofNodes(Family family) {
    List<Cidr> known =
        world.nodes().stream()
            .flatMap(node -> node.addresses().stream())
            .filter(address -> address.family() == family)
            .map(Cidr::only)
            .toList();
    return AddressSet.ofCidrs(family, cluster.nodes()).union(AddressSet.ofCidrs(family, known));
  }
}
