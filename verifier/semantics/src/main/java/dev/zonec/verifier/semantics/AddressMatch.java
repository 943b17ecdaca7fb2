package dev.zonec.verifier.semantics;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.program.Cluster;
import java.util.List;

/**
 * Decides whether an end's address is in a set. A pod or node with an unknown address may have any
 * address that the cluster leaves possible; a workload with several known addresses, of its
 * replicas, has one of them.
 *
 * @param cluster the ranges that an unknown address can be in
 * @param family the address family of the connection
 */
record AddressMatch(Cluster cluster, Family family) {
  Certainty matches(AddressSet set, Endpoint end) {
    return switch (end) {
      case Endpoint.External(IpAddress address) -> Certainty.of(set.contains(address));
      case Endpoint.Node node -> matches(set, node.addresses(), cluster.nodeAddresses(family));
      case Endpoint.Pod pod ->
          matches(
              set,
              pod.addresses(),
              pod.hostNetwork() ? cluster.nodeAddresses(family) : cluster.podAddresses(family));
    };
  }

  private Certainty matches(AddressSet set, List<IpAddress> addresses, AddressSet possible) {
    List<IpAddress> known = addresses.stream().filter(a -> a.family() == family).toList();
    if (known.isEmpty()) {
      boolean all = !possible.isEmpty() && possible.minus(set).isEmpty();
      return all ? Certainty.YES : set.overlaps(possible) ? Certainty.MAYBE : Certainty.NO;
    }
    long in = known.stream().filter(set::contains).count();
    return in == 0 ? Certainty.NO : in == known.size() ? Certainty.YES : Certainty.MAYBE;
  }
}
