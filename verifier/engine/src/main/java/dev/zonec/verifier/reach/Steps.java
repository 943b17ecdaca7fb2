package dev.zonec.verifier.reach;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.net.Family;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lists the steps of a relation. A step combines a reason of a source to admit a connection with a
 * reason of a destination.
 */
public final class Steps {
  private Steps() {}

  /** Returns the connections that {@code enforcement}, which must be under MAY, allows. */
  public static Relation enforced(BoxSpace space, Enforcement enforcement) {
    return enforced(space, enforcement, Deadline.never());
  }

  /** Does the same until {@code deadline}. A result after it must not be used. */
  public static Relation enforced(BoxSpace space, Enforcement enforcement, Deadline deadline) {
    return enforced(space, new AdmittedConnections(space, enforcement, deadline), deadline);
  }

  private static Relation enforced(
      BoxSpace space, AdmittedConnections admitted, Deadline deadline) {
    List<ConnectionBox> egress = admitted.in(Direction.EGRESS);
    List<ConnectionBox> ingress = admitted.exact() ? admitted.in(Direction.INGRESS) : List.of();
    if (!admitted.exact()) {
      return new Relation(List.of(), false);
    }
    return new Relation(steps(space, egress, ingress, deadline), admitted.exact());
  }

  /**
   * Returns a step for each pair of boxes that agree. Few of all pairs do, so candidates are found
   * with an index.
   */
  private static List<Step> steps(
      BoxSpace space, List<ConnectionBox> egress, List<ConnectionBox> ingress, Deadline deadline) {
    BoxIndex called = new BoxIndex(space, ingress.stream().map(ConnectionBox::self).toList());
    BoxIndex calling = new BoxIndex(space, ingress.stream().map(ConnectionBox::other).toList());
    List<Step> steps = new ArrayList<>();
    for (ConnectionBox from : egress) {
      if (deadline.passed()) {
        return steps;
      }
      BitSet candidates = called.candidates(from.other());
      candidates.and(calling.candidates(from.self()));
      candidates.stream().forEach(to -> step(space, from, ingress.get(to)).ifPresent(steps::add));
    }
    return steps;
  }

  static Optional<Step> step(BoxSpace space, ConnectionBox from, ConnectionBox to) {
    Optional<Box> source = space.and(from.self(), to.other());
    if (source.isEmpty()) {
      return Optional.empty();
    }
    Optional<Box> destination = space.and(to.self(), from.other());
    if (destination.isEmpty()) {
      return Optional.empty();
    }
    if (source.get() instanceof Box.Addresses && destination.get() instanceof Box.Addresses) {
      // Policies do not apply to connections between two addresses outside the cluster.
      return Optional.empty();
    }
    List<PortBox> ports = at(destination.get(), PortBox.and(from.ports(), to.ports()));
    Set<Family> families = families(space, from.families(), to.families());
    return ports.isEmpty() || families.isEmpty()
        ? Optional.empty()
        : Optional.of(new Step(source.get(), destination.get(), ports, families));
  }

  /**
   * Returns the ports without names if the destination is outside the cluster, because only pods
   * give names to ports.
   */
  private static List<PortBox> at(Box destination, List<PortBox> ports) {
    return destination instanceof Box.Addresses
        ? ports.stream().filter(port -> port.names().isEmpty()).toList()
        : ports;
  }

  /**
   * Returns the families in both sets that pods have addresses of, because at least one end is a
   * pod.
   */
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
   * Returns the connections that {@code program} declares. A result after {@code deadline} must not
   * be used.
   */
  public static Relation declared(BoxSpace space, ZoneProgram program, Deadline deadline) {
    List<Step> steps = new ArrayList<>();
    List<ConnectionBox> egress = free(space, program, zone -> zone.denied().egress());
    List<ConnectionBox> ingress = free(space, program, zone -> zone.denied().ingress());
    for (Flow flow : program.flows()) {
      List<PortBox> ports = PortBox.of(flow.service());
      for (Box source : space.party(flow.from())) {
        for (Box destination : space.party(flow.to())) {
          if (flow.opensEgress() && flow.opensIngress()) {
            steps.add(new Step(source, destination, ports, ConnectionBox.EITHER));
          } else if (flow.opensEgress()) {
            egress.add(box(source, destination, ports));
          } else if (flow.opensIngress()) {
            ingress.add(box(destination, source, ports));
          }
        }
      }
    }
    steps.addAll(steps(space, egress, ingress, deadline));
    return new Relation(steps, true);
  }

  private static ConnectionBox box(Box self, Box other, List<PortBox> ports) {
    return new ConnectionBox(self, other, ports, ConnectionBox.EITHER);
  }

  /** Returns all connections of ends that no zone denies in one direction. */
  private static List<ConnectionBox> free(
      BoxSpace space, ZoneProgram program, Predicate<Party.Zone> isDenied) {
    List<Box> denied = space.parties(program.zones().stream().filter(isDenied).toList());
    List<ConnectionBox> boxes = new ArrayList<>();
    for (Box box : space.minus(List.of(new Box.Everything()), denied)) {
      boxes.add(
          new ConnectionBox(
              box, new Box.Everything(), PortBox.ANY, AdmittedConnections.families(box)));
    }
    return boxes;
  }
}
