package dev.zonec.compiler.emit;

import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What a rule opens. Two port sets that write the same set are equal. */
sealed interface PortSet {
  /** Every protocol and port, those that no policy can name included. */
  record Everything() implements PortSet {}

  /**
   * Some ports.
   *
   * @param clauses by protocol; in each either all ports, or disjoint ranges that do not touch,
   *     ascending, and then names in order
   */
  record Some(List<PortClause> clauses) implements PortSet {
    /** Copies the clauses. */
    public Some {
      clauses = List.copyOf(clauses);
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
    List<PortClause> normal = new ArrayList<>();
    for (Protocol protocol : Protocol.values()) {
      normal.addAll(of(protocol, all));
    }
    return new Some(normal);
  }

  private static List<PortClause> of(Protocol protocol, List<PortClause> clauses) {
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
    List<PortRange> joined = joined(ranges);
    if (joined.contains(PortRange.ALL)) {
      return List.of(new PortClause.AllPorts(protocol));
    }
    List<PortClause> normal = new ArrayList<>();
    joined.forEach(range -> normal.add(new PortClause.Numbered(protocol, range)));
    names.forEach(name -> normal.add(new PortClause.Named(protocol, name)));
    return normal;
  }

  private static List<PortRange> joined(List<PortRange> ranges) {
    List<PortRange> out = new ArrayList<>();
    for (PortRange range : ranges.stream().sorted().toList()) {
      if (!out.isEmpty() && out.getLast().last() + 1 >= range.first()) {
        PortRange before = out.removeLast();
        out.add(new PortRange(before.first(), Math.max(before.last(), range.last())));
      } else {
        out.add(range);
      }
    }
    return out;
  }
}
