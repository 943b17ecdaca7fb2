package dev.zonec.verifier.reach;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.net.Family;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.deadline.Deadline;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Lists the steps of a relation. */
public final class Steps {
  private Steps() {}

  /**
   * What {@code enforcement}, which is one of MAY, lets through: a source's reason to call together
   * with a destination's to accept.
   */
  public static Relation enforced(BoxSpace space, Enforcement enforcement) {
    return enforced(space, enforcement, Deadline.never());
  }

  /** The same; what it gives once {@code deadline} has passed is not to be used. */
  public static Relation enforced(BoxSpace space, Enforcement enforcement, Deadline deadline) {
    return enforced(space, new Sides(space, enforcement, deadline), deadline);
  }

  private static Relation enforced(BoxSpace space, Sides sides, Deadline deadline) {
    List<Side> egress = sides.in(Direction.EGRESS);
    List<Side> ingress = sides.exact() ? sides.in(Direction.INGRESS) : List.of();
    if (!sides.exact()) {
      return new Relation(List.of(), false);
    }
    return new Relation(steps(space, egress, ingress, deadline), sides.exact());
  }

  /** The pairs of sides that speak of each other, found by what they are about: few of all are. */
  private static List<Step> steps(
      BoxSpace space, List<Side> egress, List<Side> ingress, Deadline deadline) {
    BoxIndex called = new BoxIndex(space, ingress.stream().map(Side::self).toList());
    BoxIndex calling = new BoxIndex(space, ingress.stream().map(Side::other).toList());
    List<Step> steps = new ArrayList<>();
    for (Side from : egress) {
      if (deadline.passed()) {
        return steps;
      }
      BitSet near = called.near(from.other());
      near.and(calling.near(from.self()));
      near.stream().forEach(to -> step(space, from, ingress.get(to)).ifPresent(steps::add));
    }
    return steps;
  }

  static Optional<Step> step(BoxSpace space, Side from, Side to) {
    Optional<Box> source = space.and(from.self(), to.other());
    if (source.isEmpty()) {
      return Optional.empty();
    }
    Optional<Box> destination = space.and(to.self(), from.other());
    if (destination.isEmpty()) {
      return Optional.empty();
    }
    if (source.get() instanceof Box.Addresses && destination.get() instanceof Box.Addresses) {
      // What strangers say to each other is no business of a cluster.
      return Optional.empty();
    }
    List<Opening> openings = at(destination.get(), Opening.and(from.openings(), to.openings()));
    Set<Family> families = families(space, from.families(), to.families());
    return openings.isEmpty() || families.isEmpty()
        ? Optional.empty()
        : Optional.of(new Step(source.get(), destination.get(), openings, families));
  }

  /** What is no pod gives no port a name. */
  private static List<Opening> at(Box destination, List<Opening> openings) {
    return destination instanceof Box.Addresses
        ? openings.stream().filter(opening -> opening.names().isEmpty()).toList()
        : openings;
  }

  /** At least one end is a pod, so only families that pods have serve. */
  private static Set<Family> families(BoxSpace space, Set<Family> a, Set<Family> b) {
    Set<Family> both = EnumSet.noneOf(Family.class);
    for (Family family : Family.values()) {
      if (a.contains(family) && b.contains(family) && space.vocabulary().podsHave(family)) {
        both.add(family);
      }
    }
    return both;
  }

  /**
   * What the program declares: an end's reason to agree together with the other's. What it gives
   * once {@code deadline} has passed is not to be used.
   */
  public static Relation declared(BoxSpace space, ZoneProgram program, Deadline deadline) {
    List<Step> steps = new ArrayList<>();
    List<Side> opening = free(space, program, zone -> zone.denied().egress());
    List<Side> accepting = free(space, program, zone -> zone.denied().ingress());
    for (Flow flow : program.flows()) {
      List<Opening> openings = Opening.of(flow.service());
      for (Box source : space.party(flow.from())) {
        for (Box destination : space.party(flow.to())) {
          if (flow.opensEgress() && flow.opensIngress()) {
            steps.add(new Step(source, destination, openings, Side.EITHER));
          } else if (flow.opensEgress()) {
            opening.add(declared(source, destination, openings));
          } else if (flow.opensIngress()) {
            accepting.add(declared(destination, source, openings));
          }
        }
      }
    }
    steps.addAll(steps(space, opening, accepting, deadline));
    return new Relation(steps, true);
  }

  private static Side declared(Box self, Box other, List<Opening> openings) {
    return new Side(self, other, openings, Side.EITHER);
  }

  /** Everything that no zone is denied the direction for. */
  private static List<Side> free(
      BoxSpace space, ZoneProgram program, Predicate<Party.Zone> isDenied) {
    List<Box> denied = space.parties(program.zones().stream().filter(isDenied).toList());
    List<Side> sides = new ArrayList<>();
    for (Box box : space.minus(List.of(new Box.Everything()), denied)) {
      sides.add(new Side(box, new Box.Everything(), Opening.ANY, Sides.families(box)));
    }
    return sides;
  }
}
