package dev.zonec.verifier.reach;

import dev.zonec.model.net.Family;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Set operations on unions of connection boxes. The results are exact.
 *
 * @param space the space of the boxes
 */
public record ConnectionBoxes(BoxSpace space) {
  /** Returns the intersection of two unions, without boxes that another one contains. */
  List<ConnectionBox> and(List<ConnectionBox> as, List<ConnectionBox> bs) {
    return withoutContained(pairs(as, bs));
  }

  /** Returns the intersection of two unions. A box of the result may contain another one. */
  List<ConnectionBox> pairs(List<ConnectionBox> as, List<ConnectionBox> bs) {
    List<ConnectionBox> out = new ArrayList<>();
    for (ConnectionBox a : as) {
      for (ConnectionBox b : bs) {
        and(a, b).ifPresent(out::add);
      }
    }
    return out;
  }

  /** Returns the intersection of two boxes. */
  public Optional<ConnectionBox> and(ConnectionBox a, ConnectionBox b) {
    Optional<Box> self = space.and(a.self(), b.self());
    Optional<Box> other = self.flatMap(s -> space.and(a.other(), b.other()));
    if (self.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    List<PortBox> ports = PortBox.and(a.ports(), b.ports());
    return box(self.get(), other.get(), ports, common(a.families(), b.families()));
  }

  /**
   * Returns the connections with these values; empty if there are none. A connection with an
   * address uses the family of the address.
   */
  private static Optional<ConnectionBox> box(
      Box self, Box other, List<PortBox> ports, Set<Family> families) {
    Set<Family> possible =
        common(
            families,
            common(AdmittedConnections.families(self), AdmittedConnections.families(other)));
    return ports.isEmpty() || possible.isEmpty()
        ? Optional.empty()
        : Optional.of(new ConnectionBox(self, other, ports, possible));
  }

  /** Returns the connections in {@code boxes} that are in none of {@code holes}. */
  public List<ConnectionBox> minus(List<ConnectionBox> boxes, List<ConnectionBox> holes) {
    List<ConnectionBox> left = boxes;
    for (ConnectionBox hole : holes) {
      List<ConnectionBox> next = new ArrayList<>();
      for (ConnectionBox box : left) {
        next.addAll(minus(box, hole));
      }
      left = withoutContained(next);
    }
    return left;
  }

  /**
   * Subtracts one component after the other. Each piece lacks the hole in one component and agrees
   * with it in all earlier ones.
   */
  private List<ConnectionBox> minus(ConnectionBox box, ConnectionBox hole) {
    Optional<ConnectionBox> common = and(box, hole);
    if (common.isEmpty()) {
      return List.of(box);
    }
    ConnectionBox in = common.get();
    List<ConnectionBox> out = new ArrayList<>();
    for (Box self : space.minus(List.of(box.self()), List.of(hole.self()))) {
      box(self, box.other(), box.ports(), box.families()).ifPresent(out::add);
    }
    for (Box other : space.minus(List.of(box.other()), List.of(hole.other()))) {
      box(in.self(), other, box.ports(), box.families()).ifPresent(out::add);
    }
    Set<Family> families = EnumSet.copyOf(box.families());
    families.removeAll(hole.families());
    box(in.self(), in.other(), box.ports(), families).ifPresent(out::add);
    List<PortBox> ports = PortBox.minus(box.ports(), hole.ports());
    box(in.self(), in.other(), ports, in.families()).ifPresent(out::add);
    return out;
  }

  /** Returns {@code boxes} without boxes that another one contains. */
  public List<ConnectionBox> withoutContained(List<ConnectionBox> boxes) {
    List<ConnectionBox> out = new ArrayList<>();
    for (ConnectionBox box : boxes) {
      if (out.stream().noneMatch(kept -> contains(kept, box))) {
        out.removeIf(kept -> contains(box, kept));
        out.add(box);
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
