package dev.zonec.verifier.reach;

import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.program.Cluster;
import java.util.List;

/**
 * Rules, together with a reading that resolves their open points. This is the common input of the
 * search and of the encoding.
 *
 * @param rules the rules
 * @param nodes the declared addresses of nodes
 * @param reading the reading
 */
public record Enforcement(PolicySet rules, List<IpAddress> nodes, Reading reading) {
  /** Copies the list. */
  public Enforcement {
    nodes = List.copyOf(nodes);
  }

  /** Returns the rules of {@code world} under {@code reading}. */
  public static Enforcement of(World world, Reading reading) {
    return of(world, world.rules(), reading);
  }

  /**
   * Does the same.
   *
   * @param rules the rules of {@code world}, in a vocabulary that it can share with another world
   */
  public static Enforcement of(World world, PolicySet rules, Reading reading) {
    return new Enforcement(
        rules, world.nodes().stream().flatMap(node -> node.addresses().stream()).toList(), reading);
  }

  /** Returns the same rules, with open points resolved against the connection. */
  public Enforcement must() {
    return new Enforcement(rules, nodes, reading.withPermissive(false));
  }

  /** Returns the same reading with other rules. */
  public Enforcement withRules(PolicySet others) {
    return new Enforcement(others, nodes, reading);
  }

  /**
   * Returns whether an unknown is resolved in favour of the connection (MAY). If not, it is
   * resolved against the connection (MUST).
   */
  public boolean may() {
    return reading.permissive();
  }

  /** Returns whether the strongest allowing action decides if chains of one level disagree. */
  public boolean tiesAllow() {
    return reading.isPermissive(Knob.EQUAL_PRIORITY_TIES);
  }

  /** Returns whether pods with one of {@code addresses} match. */
  public boolean includePods(Ends.Addresses addresses) {
    return addresses.podsOnlyIf().map(reading::isPermissive).orElse(true);
  }

  /** Returns whether {@code skip} is in effect. */
  public boolean applies(RuleTier.Skip skip) {
    return reading.isPermissive(skip.knob());
  }

  /**
   * Returns the addresses of {@code family} that nodes can have: the ranges of the cluster and the
   * declared addresses.
   */
  public AddressSet nodeAddresses(Family family, Cluster cluster) {
    List<Cidr> known =
        nodes.stream().filter(address -> address.family() == family).map(Cidr::only).toList();
    return cluster.nodeAddresses(family).union(AddressSet.ofCidrs(family, known));
  }
}
