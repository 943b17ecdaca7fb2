package dev.zonec.verifier.reach;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.quotient.Bits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists every reason why an end of a connection may agree to it, under MAY. */
public final class AdmittedConnections {
  private final BoxSpace space;
  private final ConnectionBoxes sets;
  private final Enforcement enforcement;
  private final RuleMatches rules;
  private final Deadline deadline;
  private final Map<Direction, Map<Integer, IsolatingTier>> isolating =
      new EnumMap<>(Direction.class);
  private boolean exact = true;

  /** What ends agree to under {@code enforcement}, which is one of MAY. */
  public AdmittedConnections(BoxSpace space, Enforcement enforcement) {
    this(space, enforcement, Deadline.never());
  }

  /** The same; once {@code deadline} has passed, with too much in it. */
  public AdmittedConnections(BoxSpace space, Enforcement enforcement, Deadline deadline) {
    this.deadline = deadline;
    this.space = space;
    this.sets = new ConnectionBoxes(space);
    this.enforcement = enforcement;
    this.rules = new RuleMatches(space, enforcement);
  }

  /** The reasons of those whom {@code direction} speaks for; addresses agree to everything. */
  public List<ConnectionBox> in(Direction direction) {
    List<ConnectionBox> sides = new ArrayList<>();
    for (Box addresses : space.allAddresses()) {
      sides.add(
          new ConnectionBox(addresses, new Box.Everything(), PortBox.ANY, families(addresses)));
    }
    space.allPods().ifPresent(pods -> sides.addAll(within(direction, whoever(pods))));
    return sides;
  }

  /**
   * The reasons of the pods in {@code region}, as far as they lie in it.
   *
   * @param region about pods
   */
  public List<ConnectionBox> within(Direction direction, ConnectionBox region) {
    List<ConnectionBox> sides = from(0, direction, List.of(region));
    return region.equals(whoever(space.allPods().orElseThrow()))
        ? sides
        : sets.and(sides, List.of(region));
  }

  /** What the tiers from {@code index} on admit of {@code asked}, and perhaps more. */
  private List<ConnectionBox> from(int index, Direction direction, List<ConnectionBox> asked) {
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

  private List<ConnectionBox> fromIsolating(
      int index, Direction direction, List<ConnectionBox> asked) {
    IsolatingTier tier = isolating(index, direction);
    List<ConnectionBox> admitted = new ArrayList<>();
    List<ConnectionBox> free = new ArrayList<>();
    for (ConnectionBox side : asked) {
      Box.Pods self = (Box.Pods) side.self();
      tier.addAccepted(self, admitted);
      for (Box box : tier.free(self)) {
        free.add(new ConnectionBox(box, side.other(), side.ports(), side.families()));
      }
    }
    exact = exact && tier.exact();
    admitted.addAll(from(index + 1, direction, free));
    return admitted;
  }

  private IsolatingTier isolating(int index, Direction direction) {
    return isolating
        .computeIfAbsent(direction, d -> new HashMap<>())
        .computeIfAbsent(
            index, i -> new IsolatingTier(space, rules, tiers().get(index), direction, deadline));
  }

  private List<ConnectionBox> fromOrdered(
      int index, Direction direction, List<ConnectionBox> asked) {
    RuleTier tier = tiers().get(index);
    if (!tier.asks(direction)) {
      return from(index + 1, direction, asked);
    }
    OrderedTier ordered = new OrderedTier(space, enforcement, deadline);
    OrderedTier.Result result = ordered.tier(tier, direction, asked);
    exact = exact && ordered.exact();
    List<ConnectionBox> next = new ArrayList<>(result.next());
    tier.skip()
        .filter(enforcement::applies)
        .ifPresent(skip -> next.addAll(sets.and(asked, isolated(skip, direction.opposite()))));
    List<ConnectionBox> admitted = new ArrayList<>(result.accepted());
    boolean last = index == tiers().size() - 1;
    if (last) {
      admitted.addAll(next);
    } else {
      List<ConnectionBox> rest = from(index + 1, direction, asked);
      admitted.addAll(next.equals(asked) ? rest : sets.and(rest, next));
    }
    return admitted;
  }

  private List<ConnectionBox> isolated(RuleTier.Skip skip, Direction direction) {
    for (int i = 0; i < tiers().size(); i++) {
      if (tiers().get(i).name() == skip.other()) {
        return isolating(i, direction).isolated().stream()
            .map(AdmittedConnections::whoever)
            .toList();
      }
    }
    return List.of();
  }

  /** Whether all that was asked so far is exact; else there may be too much in it. */
  public boolean exact() {
    return exact;
  }

  private static ConnectionBox whoever(Box self) {
    return new ConnectionBox(self, new Box.Everything(), PortBox.ANY, ConnectionBox.EITHER);
  }

  static Set<Family> families(Box addresses) {
    return addresses instanceof Box.Addresses(Family family, Bits atoms)
        ? Set.of(family)
        : ConnectionBox.EITHER;
  }
}
