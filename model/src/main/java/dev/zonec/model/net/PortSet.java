package dev.zonec.model.net;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** A set of protocols and ports. Two that write the same set are equal. */
public sealed interface PortSet {
  /** Every protocol and port, those that no policy can name included. */
  record Everything() implements PortSet {}

  /**
   * Some ports.
   *
   * @param clauses by protocol; in each either all ports, or disjoint ranges that do not touch,
   *     ascending, and then names in order
   */
  record Some(List<PortClause> clauses) implements PortSet {
    /** Brings the clauses into that form. */
    public Some {
      List<PortClause> normal = new ArrayList<>();
      for (Protocol protocol : Protocol.values()) {
        normal.addAll(normal(protocol, clauses));
      }
      clauses = List.copyOf(normal);
    }
  }

  /** What any of {@code services} opens. */
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

  /** What either holds. */
  default PortSet union(PortSet other) {
    if (!(this instanceof Some(var mine)) || !(other instanceof Some(var theirs))) {
      return new Everything();
    }
    List<PortClause> all = new ArrayList<>(mine);
    all.addAll(theirs);
    return new Some(all);
  }

  /** Whether it surely holds all that {@code other} does: what a name is a pod decides. */
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
