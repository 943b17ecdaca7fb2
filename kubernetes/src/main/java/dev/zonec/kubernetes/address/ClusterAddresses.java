package dev.zonec.kubernetes.address;

import dev.zonec.kubernetes.world.AddressSighting;
import dev.zonec.kubernetes.world.AddressSighting.Of;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The address ranges of pods and nodes, compared with the addresses that a world shows. */
public final class ClusterAddresses {
  /**
   * Every possible address of a host: all except link-local, loopback, multicast and reserved ones.
   */
  private static final List<IpBlock> UNICAST =
      List.of(
          new IpBlock(
              Cidr.of("0.0.0.0/0"),
              List.of(
                  Cidr.of("0.0.0.0/8"),
                  Cidr.of("127.0.0.0/8"),
                  Cidr.of("169.254.0.0/16"),
                  Cidr.of("224.0.0.0/3"))),
          new IpBlock(Cidr.of("2000::/3"), List.of()),
          new IpBlock(Cidr.of("fc00::/7"), List.of()));

  private final World world;
  private final Cluster declared;
  private final Map<Of, List<AddressSighting>> outside = new EnumMap<>(Of.class);

  /**
   * @param world the world
   * @param cluster the program's ranges; private ranges are assumed for those that it does not
   *     declare. Addresses that were seen outside of the ranges before are ignored and computed
   *     again
   */
  public ClusterAddresses(World world, Cluster cluster) {
    this.world = world;
    this.declared = cluster.withSeen(Cluster.Seen.NOTHING);
    for (Of of : Of.values()) {
      outside.put(of, new ArrayList<>());
    }
    Map<Family, Map<Of, AddressSet>> ranges = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      Map<Of, AddressSet> here = new EnumMap<>(Of.class);
      here.put(Of.POD, declared.podAddresses(family));
      here.put(Of.NODE, declared.nodeAddresses(family));
      here.put(
          Of.SERVICE,
          declared.services().isEmpty()
              ? AddressSet.all(family)
              : AddressSet.ofCidrs(family, declared.services()));
      ranges.put(family, here);
    }
    for (AddressSighting sighting : sightings()) {
      Family family = sighting.block().family();
      AddressSet range =
          ranges.getOrDefault(family, Map.of()).getOrDefault(sighting.of(), AddressSet.all(family));
      if (!AddressSet.ofCidrs(family, List.of(sighting.block())).minus(range).isEmpty()) {
        outside.getOrDefault(sighting.of(), new ArrayList<>()).add(sighting);
      }
    }
  }

  /** Returns the ranges together with the addresses that the world shows outside of them. */
  public Cluster seen() {
    return declared.withSeen(new Cluster.Seen(blocks(outside(Of.POD)), blocks(outside(Of.NODE))));
  }

  /**
   * Returns the ranges, widened to every possible address of a host if the world shows an address
   * outside of a range, because there may be more of them.
   */
  public Cluster anywhere() {
    Cluster seen = seen();
    List<IpBlock> pods = new ArrayList<>(seen.seen().pods());
    List<IpBlock> nodes = new ArrayList<>(seen.seen().nodes());
    for (IpBlock block : UNICAST) {
      Family family = block.cidr().family();
      if (!outside(Of.POD).isEmpty() && !seen.podAddresses(family).isEmpty()) {
        pods.add(block);
      }
      if (!outside(Of.NODE).isEmpty() && !seen.nodeAddresses(family).isEmpty()) {
        nodes.add(block);
      }
    }
    return declared.withSeen(new Cluster.Seen(pods, nodes));
  }

  /**
   * Returns {@code ranges} for the case that pods on the host network count as pods, with the
   * addresses of their nodes.
   */
  public Cluster withHosts(Cluster ranges) {
    List<IpBlock> pods = new ArrayList<>(ranges.seen().pods());
    for (Workload workload : world.workloads()) {
      if (workload.pod().hostNetwork()) {
        for (Family family : Family.values()) {
          List<IpBlock> known =
              workload.pod().addresses().stream()
                  .filter(address -> address.family() == family)
                  .map(address -> new IpBlock(Cidr.only(address), List.of()))
                  .toList();
          if (!ranges.podAddresses(family).isEmpty()) {
            pods.addAll(known.isEmpty() ? ofFamily(ranges.nodeBlocks(), family) : known);
          }
        }
      }
    }
    return ranges.withSeen(
        new Cluster.Seen(pods.stream().distinct().toList(), ranges.seen().nodes()));
  }

  private static List<IpBlock> ofFamily(List<IpBlock> blocks, Family family) {
    return blocks.stream().filter(block -> block.cidr().family() == family).toList();
  }

  /**
   * Whether the world shows a pod outside of its range, or a node outside of its range if that
   * matters. It matters only if rules of cluster-scoped policies select nodes.
   */
  public boolean contradicted() {
    return !outside(Of.POD).isEmpty()
        || (!world.clusterPolicies().isEmpty() && !outside(Of.NODE).isEmpty());
  }

  /**
   * Returns the addresses of {@code of} that the world shows outside of their range, in its order.
   */
  public List<AddressSighting> outside(Of of) {
    return List.copyOf(outside.getOrDefault(of, List.of()));
  }

  /**
   * Returns the addresses that objects show, and the addresses of workloads that no object shows.
   */
  private List<AddressSighting> sightings() {
    List<AddressSighting> all = new ArrayList<>(world.sightings());
    Map<Of, Set<Cidr>> shown = new EnumMap<>(Of.class);
    for (AddressSighting sighting : all) {
      shown.computeIfAbsent(sighting.of(), of -> new HashSet<>()).add(sighting.block());
    }
    for (Workload workload : world.workloads()) {
      Of of = workload.pod().hostNetwork() ? Of.NODE : Of.POD;
      for (IpAddress address : workload.pod().addresses()) {
        if (shown.computeIfAbsent(of, o -> new HashSet<>()).add(Cidr.only(address))) {
          all.add(
              new AddressSighting(
                  of,
                  AddressSighting.Shown.OWN,
                  Cidr.only(address),
                  workload.label(),
                  workload.span()));
        }
      }
    }
    return all;
  }

  private static List<IpBlock> blocks(List<AddressSighting> sightings) {
    return sightings.stream()
        .map(AddressSighting::block)
        .distinct()
        .sorted()
        .map(block -> new IpBlock(block, List.of()))
        .toList();
  }
}
