package dev.zonec.importer.set;

import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.PortSet;
import java.util.ArrayList;
import java.util.List;

/** The intersection of two sets of ports. */
public sealed interface CommonPorts {
  /** No ports. */
  record Nothing() implements CommonPorts {}

  /** Some ports. */
  record Some(PortSet ports) implements CommonPorts {}

  /** Ports that must have both a name and a number, or two names. No service can express that. */
  record Inexpressible() implements CommonPorts {}

  /** Returns the intersection of both sets. */
  static CommonPorts of(PortSet one, PortSet other) {
    return switch (one) {
      case PortSet.Everything() -> new Some(other);
      case PortSet.Some(var mine) ->
          switch (other) {
            case PortSet.Everything() -> new Some(one);
            case PortSet.Some(var theirs) -> of(mine, theirs);
          };
    };
  }

  private static CommonPorts of(List<PortClause> one, List<PortClause> other) {
    List<PortClause> common = new ArrayList<>();
    for (PortClause mine : one) {
      for (PortClause theirs : other) {
        if (mine.protocol() != theirs.protocol()) {
          continue;
        }
        if (mine instanceof PortClause.AllPorts || mine.equals(theirs)) {
          common.add(theirs);
        } else if (theirs instanceof PortClause.AllPorts) {
          common.add(mine);
        } else if (mine instanceof PortClause.Numbered a
            && theirs instanceof PortClause.Numbered b) {
          int first = Math.max(a.range().first(), b.range().first());
          int last = Math.min(a.range().last(), b.range().last());
          if (first <= last) {
            common.add(new PortClause.Numbered(a.protocol(), new PortRange(first, last)));
          }
        } else {
          return new Inexpressible();
        }
      }
    }
    return common.isEmpty() ? new Nothing() : new Some(new PortSet.Some(common));
  }
}
