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
 * Openings gathered into few rules that open exactly the same.
 *
 * <p>First every peer gets all the ports that it has anywhere; then peers with equal ports share a
 * rule. Each rule's product of peers and ports is then a union of openings, and nothing else.
 */
final class RuleMerging {
  private final Map<String, PlannedPeer> peers = new TreeMap<>();
  private final Map<String, Set<Service>> services = new TreeMap<>();

  /** Adds: each of {@code some} may open {@code service}, or be opened it. */
  void open(List<PlannedPeer> some, Service service) {
    for (PlannedPeer peer : some) {
      peers.put(peer.sortKey(), peer);
      services.computeIfAbsent(peer.sortKey(), key -> new LinkedHashSet<>()).add(service);
    }
  }

  /** The rules, sorted by their first peer. */
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
