package dev.zonec.model.net;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** A set of protocols and ports in a normal form, so that equal descriptions are equal values. */
public sealed interface PortSet {
  /** Every protocol and port, including protocols that policies cannot name. */
  record Everything() implements PortSet {}

  /**
   * Some ports.
   *
   * @param clauses the clauses, ordered by protocol; for each protocol either all ports, or
   *     ascending ranges that are disjoint and not adjacent, followed by names in order
   */
  record Some(List<PortClause> clauses) implements PortSet {
    /** Normalizes the clauses. */
    public Some {
      List<PortClause> normal = new ArrayList<>();
      for (Protocol protocol : Protocol.values()) {
        normal.addAll(normal(protocol, clauses));
      }
      clauses = List.copyOf(normal);
    }
  }

  /** Returns the union of the ports of {@code services}. */
  static PortSet union(Collection<Service> services) {
    List<PortClause> all = new ArrayList<>();
    for (Service service : services) {
      switch (service) {
        case Service.Anything() -> {
          return new Everything();
        }
        case Service.Listed(List<PortClause> clauses) -> all.addAll(clauses);
      }
    }
    return new Some(all);
  }

  /** Returns the union of both sets. */
  default PortSet union(PortSet other) {
    if (!(this instanceof Some(var mine)) || !(other instanceof Some(var theirs))) {
      return new Everything();
    }
    List<PortClause> all = new ArrayList<>(mine);
    all.addAll(theirs);
    return new Some(all);
  }

  /**
   * Whether the set certainly contains {@code other}. A name counts as contained only if the same
   * name, or all ports, are in the set, because its number depends on the pod.
   */
  default boolean contains(PortSet other) {
    return union(other).equals(this);
  }

  private static List<PortClause> normal(Protocol protocol, List<PortClause> clauses) {
    List<PortRange> ranges = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    for (PortClause clause : clauses) {
      if (clause.protocol() == protocol) {
        switch (clause) {
          case PortClause.AllPorts all -> ranges.add(PortRange.ALL);
          case PortClause.Numbered numbered -> ranges.add(numbered.range());
          case PortClause.Named named -> names.add(named.name());
        }
      }
    }
    PortRanges numbers = new PortRanges(ranges);
    List<PortClause> normal = new ArrayList<>(numbers.clauses(protocol));
    if (!numbers.isAll()) {
      names.forEach(name -> normal.add(new PortClause.Named(protocol, name)));
    }
    return normal;
  }
}
