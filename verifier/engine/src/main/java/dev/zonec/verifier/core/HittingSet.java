package dev.zonec.verifier.core;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds a smallest set that has a member in common with each of several sets, and of those one of
 * the lowest cost. The search is exact: it tries each size in turn, and gives up after a number of
 * steps.
 *
 * @param <T> the members
 */
public final class HittingSet<T> {
  private static final int MOST_STEPS = 400_000;

  private final ToIntFunction<T> cost;
  private int steps;

  private HittingSet(ToIntFunction<T> cost) {
    this.cost = cost;
  }

  /** Returns a smallest set; empty if the search gives up. A set without members cannot be hit. */
  public static <T> Optional<Set<T>> smallest(Collection<? extends Set<T>> sets) {
    return smallest(sets, member -> 0);
  }

  /**
   * Returns a smallest set of the lowest cost; empty if the search gives up.
   *
   * @param cost the cost of a member, not negative
   */
  public static <T> Optional<Set<T>> smallest(
      Collection<? extends Set<T>> sets, ToIntFunction<T> cost) {
    return new HittingSet<>(cost).search(sets);
  }

  private Optional<Set<T>> search(Collection<? extends Set<T>> sets) {
    Map<T, Integer> numbers = new LinkedHashMap<>();
    List<T> members = new ArrayList<>();
    List<BitSet> all = new ArrayList<>();
    for (Set<T> set : sets) {
      if (set.isEmpty()) {
        throw new IllegalArgumentException("a set without members cannot be hit");
      }
      BitSet bits = new BitSet();
      for (T member : set) {
        bits.set(
            numbers.computeIfAbsent(
                member,
                each -> {
                  members.add(each);
                  return members.size() - 1;
                }));
      }
      all.add(bits);
    }
    Set<T> found = new LinkedHashSet<>();
    for (List<BitSet> part : parts(smallestSets(all))) {
      Optional<BitSet> hit = hit(part, members);
      if (hit.isEmpty()) {
        return Optional.empty();
      }
      hit.get().stream().mapToObj(members::get).forEach(found::add);
    }
    return Optional.of(found);
  }

  /** Returns the sets that contain no other one, because these are hit with them. */
  private static List<BitSet> smallestSets(List<BitSet> sets) {
    List<BitSet> sorted = new ArrayList<>(sets);
    sorted.sort(Comparator.comparingInt(BitSet::cardinality));
    List<BitSet> kept = new ArrayList<>();
    for (BitSet set : sorted) {
      if (kept.stream().noneMatch(smaller -> contains(set, smaller))) {
        kept.add(set);
      }
    }
    return kept;
  }

  private static boolean contains(BitSet set, BitSet part) {
    BitSet rest = (BitSet) part.clone();
    rest.andNot(set);
    return rest.isEmpty();
  }

  /** Divides the sets into groups without common members, which can be solved one by one. */
  private static List<List<BitSet>> parts(List<BitSet> sets) {
    List<List<BitSet>> parts = new ArrayList<>();
    List<BitSet> left = new ArrayList<>(sets);
    while (!left.isEmpty()) {
      List<BitSet> part = new ArrayList<>();
      BitSet members = (BitSet) left.getFirst().clone();
      boolean grown = true;
      while (grown) {
        grown = false;
        for (BitSet set : List.copyOf(left)) {
          if (set.intersects(members)) {
            members.or(set);
            part.add(set);
            left.remove(set);
            grown = true;
          }
        }
      }
      parts.add(part);
    }
    return parts;
  }

  private Optional<BitSet> hit(List<BitSet> sets, List<T> members) {
    for (int size = disjoint(sets); ; size++) {
      Best best = new Best();
      search(sets, size, 0, new BitSet(), members, best);
      if (steps > MOST_STEPS) {
        return Optional.empty();
      }
      if (best.found != null) {
        return Optional.of(best.found);
      }
    }
  }

  private static final class Best {
    private @Nullable BitSet found;
    private int cost = Integer.MAX_VALUE;
  }

  private void search(
      List<BitSet> left, int size, int spent, BitSet chosen, List<T> members, Best best) {
    steps++;
    if (spent >= best.cost || steps > MOST_STEPS) {
      return;
    }
    if (left.isEmpty()) {
      best.found = (BitSet) chosen.clone();
      best.cost = spent;
      return;
    }
    if (disjoint(left) > size) {
      return;
    }
    BitSet branch = left.stream().min(Comparator.comparingInt(BitSet::cardinality)).orElseThrow();
    List<Integer> order = new ArrayList<>();
    branch.stream().forEach(order::add);
    order.sort(
        Comparator.comparingInt((Integer member) -> cost.applyAsInt(members.get(member)))
            .thenComparing(
                member -> left.stream().filter(set -> set.get(member)).count(),
                Comparator.reverseOrder()));
    BitSet tried = new BitSet();
    for (int member : order) {
      List<BitSet> rest = new ArrayList<>();
      boolean possible = true;
      for (BitSet set : left) {
        if (!set.get(member)) {
          BitSet without = (BitSet) set.clone();
          without.andNot(tried);
          possible &= !without.isEmpty();
          rest.add(without);
        }
      }
      if (possible) {
        chosen.set(member);
        search(rest, size - 1, spent + cost.applyAsInt(members.get(member)), chosen, members, best);
        chosen.clear(member);
      }
      tried.set(member);
    }
  }

  /**
   * Returns a number of sets without common members. A hitting set has at least so many members.
   */
  private static int disjoint(List<BitSet> sets) {
    BitSet used = new BitSet();
    int count = 0;
    for (BitSet set : sets.stream().sorted(Comparator.comparingInt(BitSet::cardinality)).toList()) {
      if (!set.intersects(used)) {
        used.or(set);
        count++;
      }
    }
    return count;
  }
}
