package dev.zonec.verifier.reach;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.quotient.Bits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists the connections that the ends on one side admit, under MAY. Each box of the result has one
 * reason, such as a peer of a rule, or that no policy isolates a pod (spec/verification.md, Steps).
 *
 * <p>The tiers are evaluated from the first to the last. Invariant: {@code undecided} contains the
 * connections that no earlier tier decides. A tier accepts some of them, denies some, and leaves
 * the rest to the next tier. All that the last tier leaves is admitted.
 */
public final class AdmittedConnections {
  private final BoxSpace space;
  private final ConnectionBoxes sets;
  private final Enforcement enforcement;
  private final RuleMatches rules;
  private final Deadline deadline;
  private final Map<Direction, Map<Integer, IsolatingTier>> isolating =
      new EnumMap<>(Direction.class);
  private final BitSet isolates = new BitSet();
  private boolean exact = true;

  /** Lists the connections that {@code enforcement}, which must be under MAY, admits. */
  public AdmittedConnections(BoxSpace space, Enforcement enforcement) {
    this(space, enforcement, Deadline.never());
  }

  /** Lists the connections until {@code deadline}. After it, the results may contain too much. */
  public AdmittedConnections(BoxSpace space, Enforcement enforcement, Deadline deadline) {
    this.deadline = deadline;
    this.space = space;
    this.sets = new ConnectionBoxes(space);
    this.enforcement = enforcement;
    this.rules = new RuleMatches(space, enforcement);
    for (int i = 0; i < tiers().size(); i++) {
      RuleTier tier = tiers().get(i);
      isolates.set(i, tier.isolates() && tier.isLocal() && !tier.levels().isEmpty());
    }
  }

  /**
   * Returns the connections that the sources admit (for egress) or the destinations (for ingress).
   * Addresses outside the cluster admit everything.
   */
  public List<ConnectionBox> in(Direction direction) {
    List<ConnectionBox> admitted = new ArrayList<>();
    for (Box addresses : space.allAddresses()) {
      admitted.add(
          new ConnectionBox(addresses, new Box.Everything(), PortBox.ANY, families(addresses)));
    }
    space.allPods().ifPresent(pods -> admitted.addAll(within(direction, allOf(pods))));
    return admitted;
  }

  /**
   * Returns the connections in {@code region} that its pods admit in {@code direction}.
   *
   * @param region connections of pods
   */
  public List<ConnectionBox> within(Direction direction, ConnectionBox region) {
    List<ConnectionBox> admitted = from(0, direction, List.of(region));
    return region.equals(allOf(space.allPods().orElseThrow()))
        ? admitted
        : sets.and(admitted, List.of(region));
  }

  /**
   * Returns the connections in {@code undecided} that the tiers from {@code index} on admit. The
   * result may contain other connections of the same pods.
   */
  private List<ConnectionBox> from(int index, Direction direction, List<ConnectionBox> undecided) {
    if (index == tiers().size()) {
      return undecided;
    }
    return isolates.get(index)
        ? fromIsolating(index, direction, undecided)
        : fromOrdered(index, direction, undecided);
  }

  private List<RuleTier> tiers() {
    return enforcement.rules().tiers();
  }

  private List<ConnectionBox> fromIsolating(
      int index, Direction direction, List<ConnectionBox> undecided) {
    IsolatingTier tier = isolating(index, direction);
    List<ConnectionBox> admitted = new ArrayList<>();
    List<ConnectionBox> notIsolated = new ArrayList<>();
    for (ConnectionBox box : undecided) {
      Box.Pods self = (Box.Pods) box.self();
      tier.addAccepted(self, admitted);
      for (Box pods : tier.notIsolated(self)) {
        notIsolated.add(new ConnectionBox(pods, box.other(), box.ports(), box.families()));
      }
    }
    exact = exact && tier.exact();
    admitted.addAll(from(index + 1, direction, notIsolated));
    return admitted;
  }

  private IsolatingTier isolating(int index, Direction direction) {
    return isolating
        .computeIfAbsent(direction, d -> new HashMap<>())
        .computeIfAbsent(
            index, i -> new IsolatingTier(space, rules, tiers().get(index), direction, deadline));
  }

  private List<ConnectionBox> fromOrdered(
      int index, Direction direction, List<ConnectionBox> undecided) {
    RuleTier tier = tiers().get(index);
    if (!tier.asks(direction)) {
      return from(index + 1, direction, undecided);
    }
    OrderedTier ordered = new OrderedTier(space, enforcement, deadline);
    OrderedTier.Result result = ordered.tier(tier, direction, undecided);
    exact = exact && ordered.exact();
    List<ConnectionBox> next = new ArrayList<>(result.next());
    tier.skip()
        .filter(enforcement::applies)
        .ifPresent(skip -> next.addAll(sets.and(undecided, isolated(skip, direction.opposite()))));
    List<ConnectionBox> admitted = new ArrayList<>(result.accepted());
    boolean last = index == tiers().size() - 1;
    if (last) {
      admitted.addAll(next);
    } else {
      List<ConnectionBox> rest = from(index + 1, direction, undecided);
      admitted.addAll(next.equals(undecided) ? rest : sets.and(rest, next));
    }
    return admitted;
  }

  private List<ConnectionBox> isolated(RuleTier.Skip skip, Direction direction) {
    for (int i = 0; i < tiers().size(); i++) {
      if (tiers().get(i).name() == skip.other()) {
        return isolating(i, direction).isolated().stream().map(AdmittedConnections::allOf).toList();
      }
    }
    return List.of();
  }

  /** Returns whether all results so far are exact. If not, a result may contain too much. */
  public boolean exact() {
    return exact;
  }

  /** Returns all connections of the ends in {@code self}. */
  private static ConnectionBox allOf(Box self) {
    return new ConnectionBox(self, new Box.Everything(), PortBox.ANY, ConnectionBox.EITHER);
  }

  static Set<Family> families(Box addresses) {
    return addresses instanceof Box.Addresses(Family family, Bits atoms)
        ? Set.of(family)
        : ConnectionBox.EITHER;
  }
}
