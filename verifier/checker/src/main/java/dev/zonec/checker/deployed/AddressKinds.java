package dev.zonec.checker.deployed;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Party;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The addresses that blocks of policies and of the program can tell apart. */
final class AddressKinds {
  private final Map<Family, List<AddressSet>> sets = new EnumMap<>(Family.class);
  private final Map<IpAddress, BitSet> known = new ConcurrentHashMap<>();

  AddressKinds(CheckedRun run) {
    Set<IpBlock> blocks = new LinkedHashSet<>();
    for (Policy policy : run.world().policies()) {
      Stream.concat(policy.ingress().stream(), policy.egress().stream())
          .map(Rule::peers)
          .forEach(peers -> peers.forEach(peer -> add(peer, blocks)));
    }
    for (ClusterPolicy policy : run.world().clusterPolicies()) {
      Stream.concat(policy.ingress().stream(), policy.egress().stream())
          .map(ClusterRule::peers)
          .forEach(peers -> peers.forEach(peer -> add(peer, blocks)));
    }
    for (Party party : run.program().parties()) {
      if (party instanceof Party.Addresses addresses) {
        blocks.addAll(addresses.blocks());
      } else if (party instanceof Party.Others others) {
        blocks.addAll(others.blocks());
      }
    }
    boolean selectsNodes =
        run.world().clusterPolicies().stream()
            .flatMap(policy -> policy.egress().stream())
            .flatMap(rule -> rule.peers().stream())
            .anyMatch(peer -> peer instanceof ClusterPeer.Nodes);
    for (Family family : Family.values()) {
      List<AddressSet> distinct = new ArrayList<>();
      blocks.stream()
          .map(block -> AddressSet.of(family, List.of(block)))
          .distinct()
          .forEach(distinct::add);
      if (selectsNodes) {
        distinct.add(run.program().cluster().nodeAddresses(family));
        distinct.add(
            AddressSet.ofCidrs(
                family,
                run.world().nodes().stream()
                    .flatMap(node -> node.addresses().stream())
                    .map(Cidr::only)
                    .toList()));
      }
      sets.put(family, distinct.stream().filter(set -> !set.isEmpty()).toList());
    }
  }

  private static void add(Peer peer, Set<IpBlock> blocks) {
    if (peer instanceof Peer.Block(IpBlock block, var span)) {
      blocks.add(block);
    }
  }

  private static void add(ClusterPeer peer, Set<IpBlock> blocks) {
    if (peer instanceof ClusterPeer.Networks(var some, var span)) {
      some.forEach(block -> blocks.add(new IpBlock(block, List.of())));
    }
  }

  /** Returns the blocks that contain the address, which identify its kind. */
  BitSet kind(IpAddress address) {
    return known.computeIfAbsent(address, this::containing);
  }

  private BitSet containing(IpAddress address) {
    BitSet kind = new BitSet();
    List<AddressSet> all = sets.getOrDefault(address.family(), List.of());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).contains(address)) {
        kind.set(i);
      }
    }
    return kind;
  }

  /** Returns one of {@code addresses} for each kind. */
  List<IpAddress> oneOfEach(List<IpAddress> addresses) {
    Map<BitSet, IpAddress> byKind = new LinkedHashMap<>();
    addresses.forEach(address -> byKind.putIfAbsent(kind(address), address));
    return List.copyOf(byKind.values());
  }

  /** Returns an address of each kind that {@code possible} contains. */
  List<IpAddress> oneOfEach(AddressSet possible) {
    TreeSet<BigInteger> starts = new TreeSet<>();
    possible.ranges().forEach(range -> starts.add(range.first()));
    for (AddressSet set : sets.getOrDefault(possible.family(), List.of())) {
      for (AddressSet.Range range : set.ranges()) {
        starts.add(range.first());
        starts.add(range.last().add(BigInteger.ONE));
      }
    }
    return oneOfEach(
        starts.stream()
            .filter(start -> start.compareTo(possible.family().last()) <= 0)
            .map(start -> new IpAddress(possible.family(), start))
            .filter(possible::contains)
            .toList());
  }
}
