package dev.zonec.importer.set;

import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A set of protocols and ports. Two that are written the same way in normal form are equal.
 *
 * @param everything whether it is all there is, protocols without ports too
 * @param clauses else: by protocol, disjoint ranges that do not touch, ascending, and then names;
 *     every port of a protocol is the range of all
 */
public record Ports(boolean everything, List<PortClause> clauses) {
  /** All there is. */
  public static final Ports EVERYTHING = new Ports(true, List.of());

  /** Copies the clauses. */
  public Ports {
    clauses = List.copyOf(clauses);
  }

  /** What two sets of ports have in common. */
  public sealed interface Common {
    /** Nothing. */
    record Nothing() implements Common {}

    /** Some ports. */
    record Some(Ports ports) implements Common {}

    /** Ports that have a name and a number, or two names, which no service can say. */
    record Unsayable() implements Common {}
  }

  /** Any of {@code clauses}; of none, everything, as in a rule. */
  public static Ports of(List<PortClause> clauses) {
    return clauses.isEmpty() ? EVERYTHING : new Ports(false, normal(clauses));
  }

  /** What either holds. */
  public Ports union(Ports other) {
    if (everything || other.everything) {
      return EVERYTHING;
    }
    List<PortClause> all = new ArrayList<>(clauses);
    all.addAll(other.clauses);
    return new Ports(false, normal(all));
  }

  /** Whether it surely holds all that {@code other} does. */
  public boolean contains(Ports other) {
    return everything || (!other.everything && union(other).equals(this));
  }

  /** What both hold. */
  public Common and(Ports other) {
    if (everything || other.everything) {
      return new Common.Some(everything ? other : this);
    }
    List<PortClause> common = new ArrayList<>();
    for (PortClause mine : clauses) {
      for (PortClause theirs : other.clauses) {
        if (mine.protocol() != theirs.protocol()) {
          continue;
        }
        if (isAll(mine) || mine.equals(theirs)) {
          common.add(theirs);
        } else if (isAll(theirs)) {
          common.add(mine);
        } else if (mine instanceof PortClause.Numbered a
            && theirs instanceof PortClause.Numbered b) {
          int first = Math.max(a.range().first(), b.range().first());
          int last = Math.min(a.range().last(), b.range().last());
          if (first <= last) {
            common.add(new PortClause.Numbered(a.protocol(), new PortRange(first, last)));
          }
        } else {
          return new Common.Unsayable();
        }
      }
    }
    return common.isEmpty()
        ? new Common.Nothing()
        : new Common.Some(new Ports(false, normal(common)));
  }

  /** The same as a flow says it. */
  public Service service() {
    return everything ? new Service.Anything() : new Service.Listed(clauses);
  }

  private static boolean isAll(PortClause clause) {
    return switch (clause) {
      case PortClause.AllPorts all -> true;
      case PortClause.Numbered numbered -> numbered.range().equals(PortRange.ALL);
      case PortClause.Named named -> false;
    };
  }

  private static List<PortClause> normal(List<PortClause> clauses) {
    List<PortClause> out = new ArrayList<>();
    for (Protocol protocol : Protocol.values()) {
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
        out.add(new PortClause.AllPorts(protocol));
      } else {
        joined.forEach(range -> out.add(new PortClause.Numbered(protocol, range)));
        names.forEach(name -> out.add(new PortClause.Named(protocol, name)));
      }
    }
    return out;
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
