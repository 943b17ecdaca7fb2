package dev.zonec.verifier.reach;

import dev.zonec.model.net.Family;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.policy.Direction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists the steps of a relation. */
public final class Steps {
  private Steps() {}

  /**
   * What {@code enforcement}, which is one of MAY, lets through: a source's reason to call together
   * with a destination's to accept.
   */
  public static Relation enforced(BoxSpace space, Enforcement enforcement) {
    Sides sides = new Sides(space, enforcement);
    List<Side> egress = sides.in(Direction.EGRESS);
    List<Side> ingress = sides.in(Direction.INGRESS);
    List<Step> steps = new ArrayList<>();
    for (Side from : egress) {
      for (Side to : ingress) {
        step(space, from, to).ifPresent(steps::add);
      }
    }
    return new Relation(steps, sides.exact());
  }

  private static Optional<Step> step(BoxSpace space, Side from, Side to) {
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
    List<Opening> openings = Opening.and(from.openings(), to.openings());
    Set<Family> families = families(space, from.families(), to.families());
    return openings.isEmpty() || families.isEmpty()
        ? Optional.empty()
        : Optional.of(new Step(source.get(), destination.get(), openings, families));
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

  /** What the program declares: its flows, and what its defaults leave free. */
  public static Relation declared(BoxSpace space, ZoneProgram program) {
    List<Step> steps = new ArrayList<>();
    for (Flow flow : program.flows()) {
      List<Opening> openings = Opening.of(flow.service());
      for (Box source : space.party(flow.from())) {
        for (Box destination : space.party(flow.to())) {
          steps.add(new Step(source, destination, openings, Side.EITHER));
        }
      }
    }
    Defaults defaults = program.defaults();
    List<Box> unzoned = space.minus(List.of(new Box.Everything()), space.parties(program.zones()));
    List<Box> all = space.minus(List.of(new Box.Everything()), List.of());
    for (Box source : defaults.egressDenied() ? unzoned : all) {
      for (Box destination : defaults.ingressDenied() ? unzoned : all) {
        steps.add(new Step(source, destination, Opening.ANY, Side.EITHER));
      }
    }
    return new Relation(steps, true);
  }
}
