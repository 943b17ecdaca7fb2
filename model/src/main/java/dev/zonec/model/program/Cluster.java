package dev.zonec.model.program;

import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * The cluster's own address ranges, as far as they are declared.
 *
 * @param pods where pods have their addresses; empty where not declared
 * @param services where Services have theirs
 * @param nodes where nodes have theirs
 * @param seen addresses that pods and nodes have beside those
 */
public record Cluster(List<Cidr> pods, List<Cidr> services, List<Cidr> nodes, Seen seen) {
  /**
   * Addresses that manifests or a cluster show, and that lie outside of the declared or private
   * ranges.
   *
   * @param pods those of pods
   * @param nodes those of nodes
   */
  public record Seen(List<IpBlock> pods, List<IpBlock> nodes) {
    /** None. */
    public static final Seen NOTHING = new Seen(List.of(), List.of());

    /** Copies the blocks. */
    public Seen {
      pods = List.copyOf(pods);
      nodes = List.copyOf(nodes);
    }
  }

  /** Nothing declared. */
  public static final Cluster UNDECLARED = new Cluster(List.of(), List.of(), List.of());

  /**
   * RFC 1918, RFC 6598 and unique local addresses: where pods and nodes may be when nothing is
   * declared.
   */
  private static final List<Cidr> PRIVATE =
      List.of(
          Cidr.of("10.0.0.0/8"),
          Cidr.of("172.16.0.0/12"),
          Cidr.of("192.168.0.0/16"),
          Cidr.of("100.64.0.0/10"),
          Cidr.of("fc00::/7"));

  /** Copies the ranges. */
  public Cluster {
    pods = List.copyOf(pods);
    services = List.copyOf(services);
    nodes = List.copyOf(nodes);
  }

  /** Ranges beside which nothing was seen. */
  public Cluster(List<Cidr> pods, List<Cidr> services, List<Cidr> nodes) {
    this(pods, services, nodes, Seen.NOTHING);
  }

  /** The same ranges, and what was seen beside them. */
  public Cluster withSeen(Seen other) {
    return new Cluster(pods, services, nodes, other);
  }

  /** Whether the pods' ranges are declared. */
  public boolean podsDeclared() {
    return !pods.isEmpty();
  }

  /** The addresses of {@code family} that pods may have. */
  public AddressSet podAddresses(Family family) {
    return AddressSet.ofCidrs(family, podsDeclared() ? pods : PRIVATE)
        .union(AddressSet.of(family, seen.pods()));
  }

  /** The blocks in which nodes may have their addresses. */
  public List<IpBlock> nodeBlocks() {
    List<IpBlock> blocks = new ArrayList<>(seen.nodes());
    (nodes.isEmpty() ? PRIVATE : nodes).forEach(range -> blocks.add(new IpBlock(range, List.of())));
    return blocks;
  }

  /** The addresses of {@code family} that nodes may have. */
  public AddressSet nodeAddresses(Family family) {
    return AddressSet.of(family, nodeBlocks());
  }

  /**
   * The addresses of {@code family} that something outside the cluster may have: all but the
   * declared ranges of pods.
   */
  public AddressSet externalAddresses(Family family) {
    return AddressSet.all(family).minus(AddressSet.ofCidrs(family, pods));
  }
}
