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
record SideSets(BoxSpace space) {
  /** What is in any of {@code as} and any of {@code bs}. */
  List<Side> and(List<Side> as, List<Side> bs) {
    return withoutContained(pairs(as, bs));
  }

  /** The same, sides that lie in another among them. */
  List<Side> pairs(List<Side> as, List<Side> bs) {
    List<Side> out = new ArrayList<>();
    for (Side a : as) {
      for (Side b : bs) {
        and(a, b).ifPresent(out::add);
      }
    }
    return out;
  }

  private Optional<Side> and(Side a, Side b) {
    Optional<Box> self = space.and(a.self(), b.self());
    Optional<Box> other = self.flatMap(s -> space.and(a.other(), b.other()));
    if (self.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    List<Opening> openings = Opening.and(a.openings(), b.openings());
    return side(self.get(), other.get(), openings, common(a.families(), b.families()));
  }

  /** An address is called over its own family only. */
  private static Optional<Side> side(
      Box self, Box other, List<Opening> openings, Set<Family> families) {
    Set<Family> possible = common(families, common(Sides.families(self), Sides.families(other)));
    return openings.isEmpty() || possible.isEmpty()
        ? Optional.empty()
        : Optional.of(new Side(self, other, openings, possible));
  }

  /** What is in any of {@code sides} and in none of {@code holes}. */
  List<Side> minus(List<Side> sides, List<Side> holes) {
    List<Side> left = sides;
    for (Side hole : holes) {
      List<Side> next = new ArrayList<>();
      for (Side side : left) {
        next.addAll(minus(side, hole));
      }
      left = withoutContained(next);
    }
    return left;
  }

  /** Peels off the hole one component after the other. */
  private List<Side> minus(Side side, Side hole) {
    Optional<Side> common = and(side, hole);
    if (common.isEmpty()) {
      return List.of(side);
    }
    Side in = common.get();
    List<Side> out = new ArrayList<>();
    for (Box self : space.minus(List.of(side.self()), List.of(hole.self()))) {
      side(self, side.other(), side.openings(), side.families()).ifPresent(out::add);
    }
    for (Box other : space.minus(List.of(side.other()), List.of(hole.other()))) {
      side(in.self(), other, side.openings(), side.families()).ifPresent(out::add);
    }
    Set<Family> families = EnumSet.copyOf(side.families());
    families.removeAll(hole.families());
    side(in.self(), in.other(), side.openings(), families).ifPresent(out::add);
    List<Opening> openings = Opening.minus(side.openings(), hole.openings());
    side(in.self(), in.other(), openings, in.families()).ifPresent(out::add);
    return out;
  }

  /** {@code sides} without those that lie in another. */
  List<Side> withoutContained(List<Side> sides) {
    List<Side> out = new ArrayList<>();
    for (Side side : sides) {
      if (out.stream().noneMatch(kept -> contains(kept, side))) {
        out.removeIf(kept -> contains(side, kept));
        out.add(side);
      }
    }
    return out;
  }

  private boolean contains(Side outer, Side inner) {
    return space.contains(outer.self(), inner.self())
        && space.contains(outer.other(), inner.other())
        && outer.families().containsAll(inner.families())
        && outer.openings().containsAll(inner.openings());
  }

  private static Set<Family> common(Set<Family> a, Set<Family> b) {
    Set<Family> both = EnumSet.noneOf(Family.class);
    both.addAll(a);
    both.retainAll(b);
    return both;
  }
}
