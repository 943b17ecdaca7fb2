package dev.zonec.verifier.closed;

import dev.zonec.model.net.Family;
import dev.zonec.verifier.policy.Policy;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Classes of ends that no policy tells apart, and the sets of them that policies ask for. */
final class Classes {
  private final Units units;
  private final PodSets pods;
  private final BlockSets blocks;
  private final NodeSets nodes;
  private final int[] ofUnit;
  private final int[] first;
  private final Map<Who, Ints> selected = new HashMap<>();
  private final Map<Asking, BlockSets.Held> held = new HashMap<>();

  private record Asking(Who.Addressed who, Family family) {}

  /** What tells units apart before any selector does. */
  private record Look(Object kind, Object names, boolean hostNetwork, String node, Object set) {}

  Classes(
      Units units,
      PodSets pods,
      BlockSets blocks,
      NodeSets nodes,
      Collection<Policy> policies,
      Collection<Who> asked) {
    this.units = units;
    this.pods = pods;
    this.blocks = blocks;
    this.nodes = nodes;
    Object[] looks = new Object[units.size()];
    for (int u = 0; u < looks.length; u++) {
      Unit unit = units.get(u);
      looks[u] = new Look(unit.kind(), unit.names(), unit.hostNetwork(), unit.node(), unit.set());
    }
    Partition partition = new Partition(looks);
    policies.stream()
        .map(policy -> new Who.Local(policy.namespace(), policy.subject()))
        .distinct()
        .forEach(subject -> partition.split(selected(subject)));
    for (Who who : asked) {
      switch (who) {
        case Who.Local local -> partition.split(selected(local));
        case Who.Selected some -> partition.split(selected(some));
        case Who.Nodes some -> partition.split(selected(some));
        case Who.Addressed addressed -> {
          for (Family family : Family.values()) {
            BlockSets.Held some = held(addressed, family);
            partition.split(some.addresses());
            partition.split(some.pods());
            partition.split(some.hosts());
          }
        }
      }
    }
    ofUnit = partition.numbered();
    Ints firsts = new Ints();
    for (int u = 0; u < ofUnit.length; u++) {
      if (ofUnit[u] == firsts.size()) {
        firsts.add(u);
      }
    }
    first = firsts.toArray();
  }

  int size() {
    return first.length;
  }

  /** A unit of class {@code c}; the others differ in nothing that counts. */
  Unit unit(int c) {
    return units.get(first[c]);
  }

  int ofUnit(int unit) {
    return ofUnit[unit];
  }

  /** The classes that a policy with {@code subject} applies to, each once. */
  Ints subjects(Who.Local subject) {
    return once(selected(subject));
  }

  Ints once(Ints some) {
    Ints out = new Ints();
    for (int i = 0; i < some.size(); i++) {
      if (first[ofUnit[some.get(i)]] == some.get(i)) {
        out.add(ofUnit[some.get(i)]);
      }
    }
    return out;
  }

  Ints selected(Who.Local who) {
    return selected.computeIfAbsent(who, w -> pods.inNamed(who.namespace(), who.pods()));
  }

  Ints selected(Who.Selected who) {
    return selected.computeIfAbsent(
        who, w -> pods.inMatching(who.namespaces(), who.pods(), who.permissive()));
  }

  Ints selected(Who.Nodes who) {
    return selected.computeIfAbsent(who, w -> nodes.with(who.labels(), who.permissive()));
  }

  BlockSets.Held held(Who.Addressed who, Family family) {
    return held.computeIfAbsent(
        new Asking(who, family), w -> blocks.in(who.blocks(), family, who.permissive()));
  }

  /** The classes of {@code some} units as a row. */
  long[] row(Ints some) {
    long[] row = BitRow.empty(size());
    for (int i = 0; i < some.size(); i++) {
      BitRow.set(row, ofUnit[some.get(i)]);
    }
    return row;
  }
}
