package dev.zonec.verifier.diff;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.net.PortClause;
import dev.zonec.verifier.reach.AdmittedConnections;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.ConnectionBox;
import dev.zonec.verifier.reach.ConnectionBoxes;
import dev.zonec.verifier.reach.Enforcement;
import dev.zonec.verifier.reach.PortBox;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists the connections that one set of policies allows and another set does not, under MAY.
 *
 * <p>Let E and I be the connections that the source and the destination admit. The connections that
 * only the second side allows are (E₂ ∩ I₂) \ (E₁ ∩ I₁), which is the union of (E₂ \ E₁) ∩ I₂ and
 * (I₂ \ I₁) ∩ E₂. Each of the two differences concerns only pods whose rules differ ({@link
 * ChangedSubjects}), so the cost depends on the size of the change and not on the number of
 * policies.
 */
final class AllowedDifference {
  /** The most boxes in a difference. */
  private static final int MOST_BOXES = 20_000;

  private final BoxSpace space;
  private final ConnectionBoxes sets;
  private final ChangedSubjects changed;
  private final AdmittedConnections before;
  private final AdmittedConnections after;
  private final Map<Direction, List<Box.Pods>> subjects = new EnumMap<>(Direction.class);
  private boolean tooMany;

  AllowedDifference(BoxSpace space, Enforcement before, Enforcement after) {
    this.space = space;
    this.sets = new ConnectionBoxes(space);
    this.changed = new ChangedSubjects(space, before, after);
    this.before = new AdmittedConnections(space, before, Deadline.current());
    this.after = new AdmittedConnections(space, after, Deadline.current());
  }

  /** Returns whether the rules of both sides are the same, so that there is no difference. */
  boolean sameRules() {
    return changed.none();
  }

  /** Returns whether all results so far are exact. If not, they must not be used. */
  boolean exact() {
    return !tooMany && before.exact() && after.exact();
  }

  /** Returns the connections that only the policies after the change allow. */
  List<ConnectionBox> more() {
    return difference(before, after);
  }

  /** Returns the connections that only the policies before the change allow. */
  List<ConnectionBox> less() {
    return difference(after, before);
  }

  /** Returns boxes with sources as {@code self}, whose union is the difference. */
  private List<ConnectionBox> difference(AdmittedConnections without, AdmittedConnections with) {
    List<ConnectionBox> out = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      for (ConnectionBox side : sideDifference(direction, without, with)) {
        for (ConnectionBox region : admittedByOther(direction, side, with)) {
          out.add(direction == Direction.EGRESS ? region : turned(region));
        }
        if (isTooMuch(out.size())) {
          return List.of();
        }
      }
    }
    return sets.withoutContained(out);
  }

  private boolean isTooMuch(int boxes) {
    Deadline.check();
    tooMany = tooMany || boxes > MOST_BOXES;
    return tooMany;
  }

  /**
   * Returns the connections that pods admit in {@code with} and do not admit in {@code without}.
   */
  private List<ConnectionBox> sideDifference(
      Direction direction, AdmittedConnections without, AdmittedConnections with) {
    List<ConnectionBox> out = new ArrayList<>();
    for (Box.Pods pods : subjects.computeIfAbsent(direction, changed::in)) {
      ConnectionBox all =
          new ConnectionBox(pods, new Box.Everything(), PortBox.ANY, ConnectionBox.EITHER);
      List<ConnectionBox> holes = without.within(direction, all);
      for (ConnectionBox box : with.within(direction, all)) {
        out.addAll(minus(box, holes));
        if (isTooMuch(out.size())) {
          return List.of();
        }
      }
    }
    return sets.withoutContained(out);
  }

  /** Subtracts only the holes that intersect {@code box}. */
  private List<ConnectionBox> minus(ConnectionBox box, List<ConnectionBox> holes) {
    List<ConnectionBox> left = List.of(box);
    for (ConnectionBox hole : holes) {
      if (left.isEmpty() || isTooMuch(left.size())) {
        return List.of();
      }
      if (sets.and(box, hole).isPresent()) {
        left = sets.minus(left, List.of(hole));
      }
    }
    return left;
  }

  /**
   * Returns the connections of {@code side} that the other end admits too. The other end is in
   * {@code other}; {@code side} keeps its orientation.
   */
  private List<ConnectionBox> admittedByOther(
      Direction direction, ConnectionBox side, AdmittedConnections admitted) {
    List<ConnectionBox> out = new ArrayList<>();
    for (Box other : withoutEverything(side.other())) {
      switch (other) {
        case Box.Everything everything ->
            throw new IllegalStateException("everything was divided into pods and addresses");
        // Policies do not apply to an address outside the cluster, so it admits everything.
        case Box.Addresses addresses ->
            sets.and(side, with(side, addresses))
                .flatMap(both -> direction == Direction.EGRESS ? unnamed(both) : Optional.of(both))
                .ifPresent(out::add);
        case Box.Pods pods -> {
          ConnectionBox region =
              new ConnectionBox(pods, side.self(), side.ports(), side.families());
          for (ConnectionBox both : admitted.within(direction.opposite(), region)) {
            out.add(turned(both));
          }
        }
      }
    }
    // Ports of pods that have no address of a family are not connections.
    return out.stream().filter(this::isPossible).toList();
  }

  private static ConnectionBox with(ConnectionBox side, Box other) {
    return new ConnectionBox(side.self(), other, side.ports(), side.families());
  }

  /** Returns the connections to addresses outside the cluster, which give ports no names. */
  private static Optional<ConnectionBox> unnamed(ConnectionBox toAddresses) {
    List<PortBox> ports =
        toAddresses.ports().stream()
            .filter(port -> port.names().isEmpty())
            .map(port -> PortBox.of(new PortClause.Numbered(port.protocol(), port.range())))
            .distinct()
            .toList();
    return ports.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ConnectionBox(
                toAddresses.self(), toAddresses.other(), ports, toAddresses.families()));
  }

  private boolean isPossible(ConnectionBox box) {
    return box.families().stream().anyMatch(space.vocabulary()::podsHave);
  }

  private List<Box> withoutEverything(Box box) {
    if (!(box instanceof Box.Everything)) {
      return List.of(box);
    }
    List<Box> out = new ArrayList<>(space.allAddresses());
    space.allPods().ifPresent(out::add);
    return out;
  }

  private static ConnectionBox turned(ConnectionBox box) {
    return new ConnectionBox(
        /* self= */ box.other(), /* other= */ box.self(), box.ports(), box.families());
  }
}
