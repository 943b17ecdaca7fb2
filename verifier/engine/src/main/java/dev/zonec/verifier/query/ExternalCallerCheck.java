package dev.zonec.verifier.query;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a program's statements about callers outside the cluster with the Services and entrances
 * through which these callers come. A node or a controller replaces the caller's address ({@link
 * Knob#SNAT_SOURCE}), and a proof is about the address that a pod sees. A statement can therefore
 * be proved and still not hold for these callers. See {@code spec/verification.md}, "Callers from
 * outside".
 */
public final class ExternalCallerCheck {
  /** A node whose name, labels and addresses are unknown. */
  private static final Endpoint SOME_NODE = new Endpoint.Node("", Map.of(), List.of());

  /** The built-in externals that contain no callers outside the cluster. */
  private static final Set<String> INSIDE = Set.of("nodes", "apiserver");

  /**
   * A difference between a statement of the program and what happens to callers outside the
   * cluster.
   */
  public sealed interface Discrepancy {
    /** Returns the way in which the callers reach a pod. */
    ExternalAccess access();

    /**
     * The statement lets the callers connect, but the policies may deny the source that they appear
     * as.
     *
     * @param claim the flow or assertion
     * @param to the parties that the statement lets them connect to
     */
    record Blocked(Span claim, List<Party> to, ExternalAccess access) implements Discrepancy {}

    /**
     * The statement denies the callers, but they reach the pod with the address of a node.
     *
     * @param onward the flows that lead from the pod to a party of the assertion; none if the pod
     *     itself is in this party
     */
    record Admitted(Assertion claim, ExternalAccess access, List<Flow> onward)
        implements Discrepancy {
      /** Copies the list. */
      public Admitted {
        onward = List.copyOf(onward);
      }
    }

    /**
     * No flow declares connections from outside, but callers reach the zone with the address of a
     * node.
     */
    record Undeclared(Party.Zone zone, ExternalAccess access) implements Discrepancy {}
  }

  private final World world;
  private final ZoneProgram program;
  private final Semantics must;
  private final Semantics may;
  private final List<ExternalAccess> accesses;
  private final List<Endpoint.Pod> controllers;
  private final List<Discrepancy> found = new ArrayList<>();

  private ExternalCallerCheck(World world, ZoneProgram program, Reading may) {
    this.world = world;
    this.program = program;
    var cluster = new ClusterAddresses(world, program.cluster()).seen();
    this.must = new Semantics(world, may.withPermissive(false), cluster);
    this.may = new Semantics(world, may.withPermissive(true), cluster);
    this.accesses = ExternalAccessFinder.of(world);
    this.controllers = UnknownController.pods(world);
  }

  /**
   * Returns one difference for each statement, and one for each Service or entrance that no earlier
   * difference names.
   *
   * @param may a permissive reading, with the knobs that the user has settled
   */
  public static List<Discrepancy> of(World world, ZoneProgram program, Reading may) {
    if (Knob.SNAT_SOURCE.permissive().equals(may.settled().get(Knob.SNAT_SOURCE))) {
      return List.of();
    }
    ExternalCallerCheck clients = new ExternalCallerCheck(world, program, may);
    if (!clients.accesses.isEmpty()) {
      program.assertions().forEach(clients::check);
      clients.checkFlows();
      clients.checkUndeclared();
    }
    return clients.found;
  }

  /**
   * Whether {@code program} lets callers outside connect to a zone and no flow admits pods of other
   * namespaces to it. Callers that come through a controller's pods are then denied.
   */
  public static boolean expectsCallers(ZoneProgram program) {
    return program.flows().stream()
        .filter(flow -> !flow.implied() && isOutside(flow.from()))
        .anyMatch(
            outside ->
                program.flows().stream()
                    .noneMatch(
                        flow ->
                            flow.to().equals(outside.to())
                                && (flow.from() instanceof Party.ForeignPods
                                    || flow.from() instanceof Party.Anyone
                                    || flow.from() instanceof Party.Others
                                    || flow.from() instanceof Party.Zone)));
  }

  private void check(Assertion assertion) {
    switch (assertion) {
      case Assertion.Reachable a -> {
        if (a.from().stream().anyMatch(ExternalCallerCheck::isOutside)) {
          blocked(a.span(), a.to(), a.service());
        }
      }
      case Assertion.Never a -> beyond(a, a.from(), a.to(), a.service());
      case Assertion.NoPath a -> {
        if (a.from().stream().anyMatch(ExternalCallerCheck::isOutside)) {
          beyond(a);
        }
      }
      case Assertion.Only a -> {
        if (a.among().isEmpty() && a.from().stream().noneMatch(ExternalCallerCheck::hasAddresses)) {
          beyond(a, List.of(), a.to(), new Service.Anything());
        }
      }
      case Assertion.Isolated a -> {}
      case Assertion.TiersAdjacent a -> {}
    }
  }

  private void checkFlows() {
    Set<ExternalAccess.SeenAs> reported = seenAs(Discrepancy.Blocked.class);
    for (Flow flow : program.flows()) {
      if (!flow.implied() && isOutside(flow.from())) {
        List<Party> to = List.of(flow.to());
        accesses.stream()
            .filter(
                access ->
                    !reported.contains(access.seenAs()) && isMeant(to, flow.service(), access))
            .filter(this::isDenied)
            .findFirst()
            .ifPresent(
                access -> {
                  found.add(new Discrepancy.Blocked(flow.span(), to, access));
                  reported.add(access.seenAs());
                });
      }
    }
  }

  private void blocked(Span claim, List<Party> to, Service service) {
    accesses.stream()
        .filter(access -> isMeant(to, service, access) && isDenied(access))
        .findFirst()
        .ifPresent(access -> found.add(new Discrepancy.Blocked(claim, to, access)));
  }

  /**
   * @param from the sources of the claim; empty if it is about every source
   */
  private void beyond(Assertion claim, List<Party> from, List<Party> to, Service service) {
    if (from.isEmpty() || from.stream().anyMatch(ExternalCallerCheck::isOutside)) {
      accesses.stream()
          .filter(access -> access.seenAs() instanceof ExternalAccess.SeenAs.Node)
          .filter(access -> isMeant(to, service, access))
          .findFirst()
          .ifPresent(access -> found.add(new Discrepancy.Admitted(claim, access, List.of())));
    }
  }

  /** Checks paths that begin at a pod which callers reach with the address of a node. */
  private void beyond(Assertion.NoPath claim) {
    List<ExternalAccess> byNode =
        accesses.stream()
            .filter(access -> access.seenAs() instanceof ExternalAccess.SeenAs.Node)
            .filter(access -> claim.via().stream().noneMatch(via -> via.contains(access.pod())))
            .toList();
    Optional<Discrepancy> direct =
        byNode.stream()
            .filter(access -> isMeant(claim.to(), new Service.Anything(), access))
            .findFirst()
            .map(access -> new Discrepancy.Admitted(claim, access, List.of()));
    direct
        .or(
            () -> {
              FlowPaths flows = new FlowPaths(world, program.flows());
              int maxFlows = claim.within().orElse(Integer.MAX_VALUE) - 1;
              return byNode.stream()
                  .flatMap(
                      access ->
                          flows.between(access.pod(), claim.to(), claim.via(), maxFlows).stream()
                              .map(onward -> new Discrepancy.Admitted(claim, access, onward)))
                  .findFirst();
            })
        .ifPresent(found::add);
  }

  private void checkUndeclared() {
    Set<ExternalAccess.SeenAs> reported = seenAs(Discrepancy.class);
    for (ExternalAccess access : accesses) {
      boolean declared =
          program.flows().stream()
              .filter(flow -> hasAddresses(flow.from()))
              .anyMatch(flow -> isMeant(List.of(flow.to()), flow.service(), access));
      if (!declared
          && access.seenAs() instanceof ExternalAccess.SeenAs.Node
          && reported.add(access.seenAs())) {
        program.zones().stream()
            .filter(zone -> zone.denied().ingress() && zone.contains(access.pod()))
            .max(Comparator.comparing(Party.Zone::nested))
            .ifPresent(zone -> found.add(new Discrepancy.Undeclared(zone, access)));
      }
    }
  }

  /** Returns the ways in which callers come in the differences of {@code kind}. */
  private Set<ExternalAccess.SeenAs> seenAs(Class<? extends Discrepancy> kind) {
    Set<ExternalAccess.SeenAs> seenAs = new HashSet<>();
    found.stream().filter(kind::isInstance).forEach(hidden -> seenAs.add(hidden.access().seenAs()));
    return seenAs;
  }

  private static boolean isOutside(Party party) {
    return hasAddresses(party) && !INSIDE.contains(party.name());
  }

  private static boolean hasAddresses(Party party) {
    return switch (party) {
      case Party.Addresses addresses -> true;
      case Party.Anyone anyone -> anyone.addresses();
      case Party.Others others -> !others.blocks().isEmpty();
      case Party.Zone zone -> false;
      case Party.ForeignPods foreign -> false;
    };
  }

  private static boolean isMeant(List<Party> to, Service service, ExternalAccess access) {
    return to.stream().anyMatch(party -> party.contains(access.pod()))
        && Intent.opens(service, access.port(), access.pod());
  }

  private boolean isDenied(ExternalAccess access) {
    return switch (access.seenAs()) {
      case ExternalAccess.SeenAs.Node seenAs -> !admitsNodes(access);
      case ExternalAccess.SeenAs.ControllerPod seenAs -> !admitsController(access);
    };
  }

  private boolean admitsNodes(ExternalAccess access) {
    return Arrays.stream(Family.values())
        .filter(family -> !program.cluster().podAddresses(family).isEmpty())
        .allMatch(
            family ->
                must.decide(new Connection(SOME_NODE, access.pod(), family, access.port()))
                    .isAllowed());
  }

  /**
   * Whether a flow or the ingress policies admit the controller. The controller's pods are unknown,
   * so every flow from pods of another namespace may be meant for it.
   */
  private boolean admitsController(ExternalAccess access) {
    boolean declared =
        program.flows().stream()
            .filter(flow -> mayBeController(flow.from(), access))
            .anyMatch(flow -> isMeant(List.of(flow.to()), flow.service(), access));
    return declared
        || controllers.stream()
            .anyMatch(
                controller ->
                    Arrays.stream(Family.values())
                        .map(f -> new Connection(controller, access.pod(), f, access.port()))
                        .map(may::decide)
                        .anyMatch(ExternalCallerCheck::admitsIngress));
  }

  private static boolean mayBeController(Party party, ExternalAccess access) {
    return switch (party) {
      case Party.ForeignPods foreign -> true;
      case Party.Anyone anyone -> true;
      case Party.Others others -> true;
      case Party.Zone zone ->
          zone.pods().terms().stream()
              .anyMatch(term -> !term.namespaces().contains(access.pod().namespace()));
      case Party.Addresses addresses -> false;
    };
  }

  private static boolean admitsIngress(Decision decision) {
    return switch (decision) {
      case Decision.Judged(var egress, var ingress) -> ingress.admits();
      case Decision.SamePod same -> true;
      case Decision.OwnService own -> true;
    };
  }
}
