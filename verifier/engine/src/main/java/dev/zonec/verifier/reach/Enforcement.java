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
 * Rules, and how their open points are resolved: the input of the search and of the encoding.
 *
 * @param rules the rules
 * @param nodes the addresses of nodes that are declared
 * @param reading how open points are resolved
 */
public record Enforcement(PolicySet rules, List<IpAddress> nodes, Reading reading) {
  /** Copies the list. */
  public Enforcement {
    nodes = List.copyOf(nodes);
  }

  /** Returns the policies of {@code world} under {@code reading}. */
  public static Enforcement of(World world, Reading reading) {
    return new Enforcement(
        world.rules(),
        world.nodes().stream().flatMap(node -> node.addresses().stream()).toList(),
        reading);
  }

  /** Returns the same with other rules. */
  public Enforcement withRules(PolicySet others) {
    return new Enforcement(others, nodes, reading);
  }

  /** Whether what is unknown counts as what allows more; else as what allows less. */
  public boolean may() {
    return reading.permissive();
  }

  /** Whether the action that allows most counts if chains of one level disagree. */
  public boolean tiesAllow() {
    return reading.isPermissive(Knob.EQUAL_PRIORITY_TIES);
  }

  /** Whether the addresses include pods. */
  public boolean includePods(Ends.Addresses addresses) {
    return addresses.podsOnlyIf().map(reading::isPermissive).orElse(true);
  }

  /** Whether {@code skip} is in effect. */
  public boolean applies(RuleTier.Skip skip) {
    return reading.isPermissive(skip.knob());
  }

  /** Returns the addresses of {@code family} outside that nodes may have. */
  public AddressSet nodeAddresses(Family family, Cluster cluster) {
    List<Cidr> known =
        nodes.stream().filter(address -> address.family() == family).map(Cidr::only).toList();
    return cluster.nodeAddresses(family).union(AddressSet.ofCidrs(family, known));
  }
}
