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

/**
 * The addresses that the ends of a question name. Decides whether an end also means the nodes that
 * have these addresses.
 */
final class QueryAddresses {
  private final World world;
  private final Cluster cluster;

  /**
   * @param world the world, with its nodes
   * @param cluster the cluster, with the address ranges of its nodes
   */
  QueryAddresses(World world, Cluster cluster) {
    this.world = world;
    this.cluster = cluster;
  }

  /** Returns the address blocks that {@code end} names; none if it names no addresses. */
  static List<IpBlock> of(Query.End end) {
    return switch (end) {
      case Query.End.OfAddresses(var block, var origin) -> List.of(block);
      case Query.End.OfParty(var party, var origin) ->
          switch (party) {
            case Party.Addresses addresses -> addresses.blocks();
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

  /**
   * Whether {@code end} includes every endpoint at {@code address}, even if the endpoint is a node.
   */
  boolean includes(IpAddress address, Query.End end) {
    return includesNodes(end) && of(end).stream().anyMatch(block -> block.contains(address));
  }

  /**
   * Whether {@code end} includes nodes. An address in a question stands for the node that has it.
   * An external includes nodes only if it contains nothing but addresses of nodes ({@code
   * spec/semantics.md}, "A connection").
   */
  private boolean includesNodes(Query.End end) {
    return switch (end) {
      case Query.End.OfAddresses addresses -> true;
      case Query.End.OfParty(Party.Addresses party, var origin) ->
          Arrays.stream(Family.values())
              .allMatch(
                  family ->
                      AddressSet.of(family, party.blocks()).minus(nodeAddresses(family)).isEmpty());
      case Query.End.OfParty party -> false;
      case Query.End.Anywhere anywhere -> false;
      case Query.End.OfWorkload workload -> false;
      case Query.End.OfService service -> false;
      case Query.End.OfPods pods -> false;
      case Query.End.Entrances entrances -> false;
    };
  }

  private AddressSet nodeAddresses(Family family) {
    List<Cidr> known =
        world.nodes().stream()
            .flatMap(node -> node.addresses().stream())
            .filter(address -> address.family() == family)
            .map(Cidr::only)
            .toList();
    return AddressSet.ofCidrs(family, cluster.nodes()).union(AddressSet.ofCidrs(family, known));
  }
}
