package dev.zonec.model.program;

import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * The address ranges of the cluster, as far as they are declared.
 *
 * @param pods the ranges of pods; empty if not declared
 * @param services the ranges of Services; empty if not declared
 * @param nodes the ranges of nodes; empty if not declared
 * @param seen addresses of pods and nodes outside of these ranges
 */
public record Cluster(List<Cidr> pods, List<Cidr> services, List<Cidr> nodes, Seen seen) {
  /**
   * Addresses that manifests or a cluster show outside of the declared (or else private) ranges.
   *
   * @param pods addresses of pods
   * @param nodes addresses of nodes
   */
  public record Seen(List<IpBlock> pods, List<IpBlock> nodes) {
    /** No addresses. */
    public static final Seen NOTHING = new Seen(List.of(), List.of());

    /** Copies the blocks. */
    public Seen {
      pods = List.copyOf(pods);
      nodes = List.copyOf(nodes);
    }
  }

  /** No declared ranges. */
  public static final Cluster UNDECLARED = new Cluster(List.of(), List.of(), List.of());

  /**
   * RFC 1918, RFC 6598 and unique local addresses: the possible addresses of pods and nodes if
   * nothing is declared.
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

  /** Creates ranges without addresses outside of them. */
  public Cluster(List<Cidr> pods, List<Cidr> services, List<Cidr> nodes) {
    this(pods, services, nodes, Seen.NOTHING);
  }

  /** Returns the same ranges with other addresses outside of them. */
  public Cluster withSeen(Seen other) {
    return new Cluster(pods, services, nodes, other);
  }

  /** Whether the ranges of pods are declared. */
  public boolean podsDeclared() {
    return !pods.isEmpty();
  }

  /** Returns the addresses of {@code family} that pods can have. */
  public AddressSet podAddresses(Family family) {
    return AddressSet.ofCidrs(family, podsDeclared() ? pods : PRIVATE)
        .union(AddressSet.of(family, seen.pods()));
  }

  /** Returns the blocks in which nodes can have their addresses. */
  public List<IpBlock> nodeBlocks() {
    List<IpBlock> blocks = new ArrayList<>(seen.nodes());
    (nodes.isEmpty() ? PRIVATE : nodes).forEach(range -> blocks.add(new IpBlock(range, List.of())));
    return blocks;
  }

  /** Returns the addresses of {@code family} that nodes can have. */
  public AddressSet nodeAddresses(Family family) {
    return AddressSet.of(family, nodeBlocks());
  }

  /**
   * Returns the addresses of {@code family} that something outside the cluster can have: all except
   * the declared ranges of pods.
   */
  public AddressSet externalAddresses(Family family) {
    return AddressSet.all(family).minus(AddressSet.ofCidrs(family, pods));
  }
}
