package dev.zonec.flows.threat;

import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Entries by their address blocks. A look-up takes one step for each length of a prefix. */
final class BlockTable {
  private final Map<Family, TreeMap<Integer, Map<BigInteger, List<ThreatEntry>>>> blocks =
      new HashMap<>();
  private int size;

  void add(Cidr block, ThreatEntry entry) {
    blocks
        .computeIfAbsent(block.family(), f -> new TreeMap<>())
        .computeIfAbsent(block.prefix(), p -> new HashMap<>())
        .computeIfAbsent(
            block.first().shiftRight(block.family().bits() - block.prefix()),
            b -> new ArrayList<>(1))
        .add(entry);
    size++;
  }

  int size() {
    return size;
  }

  /** Returns the entry with the smallest block that holds at a time. */
  Optional<ThreatEntry> find(IpAddress address, long at) {
    @Nullable TreeMap<Integer, Map<BigInteger, List<ThreatEntry>>> lengths =
        blocks.get(address.family());
    if (lengths == null) {
      return Optional.empty();
    }
    for (Map.Entry<Integer, Map<BigInteger, List<ThreatEntry>>> each :
        lengths.descendingMap().entrySet()) {
      @Nullable List<ThreatEntry> found =
          each.getValue().get(address.value().shiftRight(address.family().bits() - each.getKey()));
      if (found != null) {
        Optional<ThreatEntry> holding = found.stream().filter(entry -> entry.holds(at)).findFirst();
        if (holding.isPresent()) {
          return holding;
        }
      }
    }
    return Optional.empty();
  }
}
