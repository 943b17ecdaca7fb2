package dev.zonec.verifier.reach;

import dev.zonec.model.net.Family;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Unions of sides, which are products: their intersections and differences, exactly.
 *
 * @param space the boxes' space
 */
record ConnectionBoxes(BoxSpace space) {
  /** What is in any of {@code as} and any of {@code bs}. */
  List<ConnectionBox> and(List<ConnectionBox> as, List<ConnectionBox> bs) {
    return withoutContained(pairs(as, bs));
  }

  /** The same, sides that lie in another among them. */
  List<ConnectionBox> pairs(List<ConnectionBox> as, List<ConnectionBox> bs) {
    List<ConnectionBox> out = new ArrayList<>();
    for (ConnectionBox a : as) {
      for (ConnectionBox b : bs) {
        and(a, b).ifPresent(out::add);
      }
    }
    return out;
  }

  private Optional<ConnectionBox> and(ConnectionBox a, ConnectionBox b) {
    Optional<Box> self = space.and(a.self(), b.self());
    Optional<Box> other = self.flatMap(s -> space.and(a.other(), b.other()));
    if (self.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    List<PortBox> ports = PortBox.and(a.ports(), b.ports());
    return side(self.get(), other.get(), ports, common(a.families(), b.families()));
  }

  /** An address is called over its own family only. */
  private static Optional<ConnectionBox> side(
      Box self, Box other, List<PortBox> ports, Set<Family> families) {
    Set<Family> possible =
        common(
            families,
            common(AdmittedConnections.families(self), AdmittedConnections.families(other)));
    return ports.isEmpty() || possible.isEmpty()
        ? Optional.empty()
        : Optional.of(new ConnectionBox(self, other, ports, possible));
  }

  /** What is in any of {@code sides} and in none of {@code holes}. */
  List<ConnectionBox> minus(List<ConnectionBox> sides, List<ConnectionBox> holes) {
    List<ConnectionBox> left = sides;
    for (ConnectionBox hole : holes) {
      List<ConnectionBox> next = new ArrayList<>();
      for (ConnectionBox side : left) {
        next.addAll(minus(side, hole));
      }
      left = withoutContained(next);
    }
    return left;
  }

  /** Peels off the hole one component after the other. */
  private List<ConnectionBox> minus(ConnectionBox side, ConnectionBox hole) {
    Optional<ConnectionBox> common = and(side, hole);
    if (common.isEmpty()) {
      return List.of(side);
    }
    ConnectionBox in = common.get();
    List<ConnectionBox> out = new ArrayList<>();
    for (Box self : space.minus(List.of(side.self()), List.of(hole.self()))) {
      side(self, side.other(), side.ports(), side.families()).ifPresent(out::add);
    }
    for (Box other : space.minus(List.of(side.other()), List.of(hole.other()))) {
      side(in.self(), other, side.ports(), side.families()).ifPresent(out::add);
    }
    Set<Family> families = EnumSet.copyOf(side.families());
    families.removeAll(hole.families());
    side(in.self(), in.other(), side.ports(), families).ifPresent(out::add);
    List<PortBox> ports = PortBox.minus(side.ports(), hole.ports());
    side(in.self(), in.other(), ports, in.families()).ifPresent(out::add);
    return out;
  }

  /** {@code sides} without those that lie in another. */
  List<ConnectionBox> withoutContained(List<ConnectionBox> sides) {
    List<ConnectionBox> out = new ArrayList<>();
    for (ConnectionBox side : sides) {
      if (out.stream().noneMatch(kept -> contains(kept, side))) {
        out.removeIf(kept -> contains(side, kept));
        out.add(side);
      }
    }
    return out;
  }

  private boolean contains(ConnectionBox outer, ConnectionBox inner) {
    return space.contains(outer.self(), inner.self())
        && space.contains(outer.other(), inner.other())
        && outer.families().containsAll(inner.families())
        && outer.ports().containsAll(inner.ports());
  }

  private static Set<Family> common(Set<Family> a, Set<Family> b) {
    Set<Family> both = EnumSet.noneOf(Family.class);
    both.addAll(a);
    both.retainAll(b);
    return both;
  }
}
