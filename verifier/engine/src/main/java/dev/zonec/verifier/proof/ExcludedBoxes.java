package dev.zonec.verifier.proof;

import dev.zonec.model.program.Disjointness;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@linkplain ExcludedPods excluded pods} as boxes, for the search.
 *
 * <p>The boxes are grouped by their namespaces, because a program can declare thousands of pairs of
 * zones disjoint, and most zones are in one namespace. Only the part of a box that is in the
 * namespaces of a group is cut by the group.
 */
final class ExcludedBoxes {
  private final BoxSpace space;
  private final List<Box> outOfScope;
  private final Optional<DeployedPods> deployed;
  private final Map<Bits, List<Box>> byNamespaces = new LinkedHashMap<>();

  /** Computes the boxes of {@code excluded}. */
  ExcludedBoxes(BoxSpace space, ExcludedPods excluded) {
    this.space = space;
    this.outOfScope = space.parties(excluded.outOfScope());
    this.deployed = excluded.deployed();
    for (Disjointness.Pair pair : excluded.pairs()) {
      for (Box box : inBoth(pair, space)) {
        byNamespaces
            .computeIfAbsent(((Box.Pods) box).namespaces(), namespaces -> new ArrayList<>())
            .add(box);
      }
    }
  }

  /** Returns the pods in both zones as boxes. */
  static List<Box> inBoth(Disjointness.Pair pair, BoxSpace space) {
    return space.and(space.party(pair.first()), space.party(pair.second()));
  }

  /** Returns the pods in both zones of some pair. */
  List<Box> inBothOfAPair() {
    return byNamespaces.values().stream().flatMap(List::stream).toList();
  }

  /** Returns {@code boxes} without the excluded pods. */
  List<Box> without(List<Box> boxes) {
    List<Box> left = withoutInOpenWorld(boxes);
    return deployed.isPresent() ? deployed.get().in(left, space) : left;
  }

  /** Returns {@code boxes} without the pods that are excluded in the open world too. */
  List<Box> withoutInOpenWorld(List<Box> boxes) {
    List<Box> left = outOfScope.isEmpty() ? boxes : space.minus(boxes, outOfScope);
    for (Map.Entry<Bits, List<Box>> group : byNamespaces.entrySet()) {
      List<Box> next = new ArrayList<>();
      for (Box box : left) {
        cut(box, group.getKey(), group.getValue(), next);
      }
      left = next;
    }
    return left;
  }

  /** Adds {@code box} without {@code holes}, which are in {@code namespaces}. */
  private void cut(Box box, Bits namespaces, List<Box> holes, List<Box> out) {
    if (!(box instanceof Box.Pods pods)) {
      out.addAll(space.minus(List.of(box), holes));
      return;
    }
    space.in(pods, namespaces).ifPresent(inside -> out.addAll(cut(inside, holes)));
    space.in(pods, pods.namespaces().minus(namespaces)).ifPresent(out::add);
  }

  /**
   * Subtracts the holes that leave at most one piece first. Zones that are disjoint from all others
   * then stay one box, and most other holes do not touch it any more.
   */
  private List<Box> cut(Box box, List<Box> holes) {
    List<Box> left = List.of(box);
    List<Box> rest = new ArrayList<>();
    for (Box hole : holes) {
      List<Box> cut = space.minus(left, List.of(hole));
      if (cut.size() <= 1) {
        left = cut;
      } else {
        rest.add(hole);
      }
    }
    return space.minus(left, rest);
  }
}
