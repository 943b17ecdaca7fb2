package dev.zonec.model.program;

import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import java.util.List;

/**
 * The cluster's own address ranges, as far as they are declared.
 *
 * @param pods where pods have their addresses; empty where not declared
 * @param services where Services have theirs
 * @param nodes where nodes have theirs
 */
public record Cluster(List<Cidr> pods, List<Cidr> services, List<Cidr> nodes) {
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

  /** Whether the pods' ranges are declared. */
  public boolean podsDeclared() {
    return !pods.isEmpty();
  }

  /** The addresses of {@code family} that pods may have. */
  public AddressSet podAddresses(Family family) {
    return AddressSet.ofCidrs(family, podsDeclared() ? pods : PRIVATE);
  }

  /** The addresses of {@code family} that nodes may have. */
  public AddressSet nodeAddresses(Family family) {
    return AddressSet.ofCidrs(family, nodes.isEmpty() ? PRIVATE : nodes);
  }

  /**
   * The addresses of {@code family} that something outside the cluster may have: all but the
   * declared ranges of pods.
   */
  public AddressSet externalAddresses(Family family) {
    return AddressSet.all(family).minus(AddressSet.ofCidrs(family, pods));
  }
}
