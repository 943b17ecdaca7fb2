package dev.zonec.compiler.emit;

import dev.zonec.model.net.PortSet;
import dev.zonec.model.net.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Merges permissions into few rules that permit exactly the same.
 *
 * <p>First, each peer gets the union of its ports. Then peers with equal ports share a rule. The
 * product of peers and ports of each rule is therefore a union of the permissions and contains
 * nothing else.
 */
final class RuleMerging {
  private final Map<String, PlannedPeer> peers = new TreeMap<>();
  private final Map<String, Set<Service>> services = new TreeMap<>();

  /** Adds the permission that each of {@code some} has {@code service}. */
  void open(List<PlannedPeer> some, Service service) {
    for (PlannedPeer peer : some) {
      peers.put(peer.sortKey(), peer);
      services.computeIfAbsent(peer.sortKey(), key -> new LinkedHashSet<>()).add(service);
    }
  }

  /** Returns the rules, sorted by their first peer. */
  List<PlannedRule> rules() {
    Map<PortSet, TreeSet<String>> byPorts = new LinkedHashMap<>();
    services.forEach(
        (peer, some) ->
            byPorts.computeIfAbsent(PortSet.union(some), ports -> new TreeSet<>()).add(peer));
    List<Map.Entry<PortSet, TreeSet<String>>> groups = new ArrayList<>(byPorts.entrySet());
    groups.sort(Comparator.comparing(group -> group.getValue().first()));
    Map<String, PlannedPeer> known = peers;
    return groups.stream()
        .map(
            group -> {
              List<PlannedPeer> members = new ArrayList<>();
              known.forEach(
                  (key, peer) -> {
                    if (group.getValue().contains(key)) {
                      members.add(peer);
                    }
                  });
              return new PlannedRule(group.getKey(), members);
            })
        .toList();
  }
}
