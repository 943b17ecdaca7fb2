package dev.zonec.verifier.reach;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.quotient.Bits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists every reason why an end of a connection may agree to it, under MAY. */
public final class Sides {
  private final BoxSpace space;
  private final SideSets sets;
  private final Enforcement enforcement;
  private final RuleSides rules;
  private final Deadline deadline;
  private final Map<Direction, Map<Integer, IsolationSides>> isolating =
      new EnumMap<>(Direction.class);
  private boolean exact = true;

  /** What ends agree to under {@code enforcement}, which is one of MAY. */
  public Sides(BoxSpace space, Enforcement enforcement) {
    this(space, enforcement, Deadline.never());
  }

  /** The same; once {@code deadline} has passed, with too much in it. */
  public Sides(BoxSpace space, Enforcement enforcement, Deadline deadline) {
    this.deadline = deadline;
    this.space = space;
    this.sets = new SideSets(space);
    this.enforcement = enforcement;
    this.rules = new RuleSides(space, enforcement);
  }

  /** The reasons of those whom {@code direction} speaks for; addresses agree to everything. */
  public List<Side> in(Direction direction) {
    List<Side> sides = new ArrayList<>();
    for (Box addresses : space.allAddresses()) {
      sides.add(new Side(addresses, new Box.Everything(), Opening.ANY, families(addresses)));
    }
    space.allPods().ifPresent(pods -> sides.addAll(within(direction, whoever(pods))));
    return sides;
  }

  /**
   * The reasons of the pods in {@code region}, as far as they lie in it.
   *
   * @param region about pods
   */
  public List<Side> within(Direction direction, Side region) {
    List<Side> sides = from(0, direction, List.of(region));
    return region.equals(whoever(space.allPods().orElseThrow()))
        ? sides
        : sets.and(sides, List.of(region));
  }

  /** What the tiers from {@code index} on admit of {@code asked}, and perhaps more. */
  private List<Side> from(int index, Direction direction, List<Side> asked) {
    if (index == tiers().size()) {
      return asked;
    }
    RuleTier tier = tiers().get(index);
    return tier.isolates() && tier.isLocal() && !tier.levels().isEmpty()
        ? fromIsolating(index, direction, asked)
        : fromOrdered(index, direction, asked);
  }

  private List<RuleTier> tiers() {
    return enforcement.rules().tiers();
  }

  private List<Side> fromIsolating(int index, Direction direction, List<Side> asked) {
    IsolationSides tier = isolating(index, direction);
    List<Side> admitted = new ArrayList<>();
    List<Side> free = new ArrayList<>();
    for (Side side : asked) {
      Box.Pods self = (Box.Pods) side.self();
      tier.addAccepted(self, admitted);
      for (Box box : tier.free(self)) {
        free.add(new Side(box, side.other(), side.openings(), side.families()));
      }
    }
    exact = exact && tier.exact();
    admitted.addAll(from(index + 1, direction, free));
    return admitted;
  }

  private IsolationSides isolating(int index, Direction direction) {
    return isolating
        .computeIfAbsent(direction, d -> new HashMap<>())
        .computeIfAbsent(
            index, i -> new IsolationSides(space, rules, tiers().get(index), direction, deadline));
  }

  private List<Side> fromOrdered(int index, Direction direction, List<Side> asked) {
    RuleTier tier = tiers().get(index);
    if (!tier.asks(direction)) {
      return from(index + 1, direction, asked);
    }
    TierSides ordered = new TierSides(space, enforcement, deadline);
    TierSides.Result result = ordered.tier(tier, direction, asked);
    exact = exact && ordered.exact();
    List<Side> next = new ArrayList<>(result.next());
    tier.skip()
        .filter(enforcement::applies)
        .ifPresent(skip -> next.addAll(sets.and(asked, isolated(skip, direction.opposite()))));
    List<Side> admitted = new ArrayList<>(result.accepted());
    boolean last = index == tiers().size() - 1;
    if (last) {
      admitted.addAll(next);
    } else {
      List<Side> rest = from(index + 1, direction, asked);
      admitted.addAll(next.equals(asked) ? rest : sets.and(rest, next));
    }
    return admitted;
  }

  private List<Side> isolated(RuleTier.Skip skip, Direction direction) {
    for (int i = 0; i < tiers().size(); i++) {
      if (tiers().get(i).name() == skip.other()) {
        return isolating(i, direction).isolated().stream().map(Sides::whoever).toList();
      }
    }
    return List.of();
  }

  /** Whether all that was asked so far is exact; else there may be too much in it. */
  public boolean exact() {
    return exact;
  }

  private static Side whoever(Box self) {
    return new Side(self, new Box.Everything(), Opening.ANY, Side.EITHER);
  }

  static Set<Family> families(Box addresses) {
    return addresses instanceof Box.Addresses(Family family, Bits atoms)
        ? Set.of(family)
        : Side.EITHER;
  }
}
