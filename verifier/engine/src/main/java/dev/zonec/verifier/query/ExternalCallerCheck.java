package dev.zonec.verifier.query;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
  /** The built-in externals that contain no callers outside the cluster. */
  private static final Set<String> INSIDE = Set.of("nodes", "apiserver");

  private final World world;
  private final ZoneProgram program;
  private final ExternalAdmission admission;
  private final List<ExternalAccess> accesses;
  private final List<CallerDiscrepancy> found = new ArrayList<>();

  private ExternalCallerCheck(World world, ZoneProgram program, Reading may) {
    this.world = world;
    this.program = program;
    this.admission = new ExternalAdmission(world, program, may);
    this.accesses = ExternalAccessFinder.of(world);
  }

  /**
   * Returns one difference for each statement, and one for each Service or entrance that no earlier
   * difference names.
   *
   * @param may a permissive reading, with the knobs that the user has settled
   */
  public static List<CallerDiscrepancy> of(World world, ZoneProgram program, Reading may) {
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
        if (a.among().isEmpty() && a.from().stream().noneMatch(Party::hasAddresses)) {
          beyond(a, List.of(), a.to(), new Service.Anything());
        }
      }
      case Assertion.Isolated a -> {}
      case Assertion.TiersAdjacent a -> {}
    }
  }

  private void checkFlows() {
    Set<ExternalAccess.SeenAs> reported = seenAs(CallerDiscrepancy.Blocked.class);
    for (Flow flow : program.flows()) {
      if (!flow.implied() && isOutside(flow.from())) {
        List<Party> to = List.of(flow.to());
        accesses.stream()
            .filter(
                access ->
                    !reported.contains(access.seenAs()) && access.isMeantBy(to, flow.service()))
            .filter(admission::isDenied)
            .findFirst()
            .ifPresent(
                access -> {
                  found.add(new CallerDiscrepancy.Blocked(flow.span(), to, access));
                  reported.add(access.seenAs());
                });
      }
    }
  }

  private void blocked(Span claim, List<Party> to, Service service) {
    accesses.stream()
        .filter(access -> access.isMeantBy(to, service) && admission.isDenied(access))
        .findFirst()
        .ifPresent(access -> found.add(new CallerDiscrepancy.Blocked(claim, to, access)));
  }

  /**
   * @param from the sources of the claim; empty if it is about every source
   */
  private void beyond(Assertion claim, List<Party> from, List<Party> to, Service service) {
    if (from.isEmpty() || from.stream().anyMatch(ExternalCallerCheck::isOutside)) {
      accesses.stream()
          .filter(access -> access.seenAs() instanceof ExternalAccess.SeenAs.Node)
          .filter(access -> access.isMeantBy(to, service))
          .findFirst()
          .ifPresent(access -> found.add(new CallerDiscrepancy.Admitted(claim, access, List.of())));
    }
  }

  /** Checks paths that begin at a pod which callers reach with the address of a node. */
  private void beyond(Assertion.NoPath claim) {
    List<ExternalAccess> byNode =
        accesses.stream()
            .filter(access -> access.seenAs() instanceof ExternalAccess.SeenAs.Node)
            .filter(access -> claim.via().stream().noneMatch(via -> via.contains(access.pod())))
            .toList();
    Optional<CallerDiscrepancy> direct =
        byNode.stream()
            .filter(access -> access.isMeantBy(claim.to(), new Service.Anything()))
            .findFirst()
            .map(access -> new CallerDiscrepancy.Admitted(claim, access, List.of()));
    direct
        .or(
            () -> {
              FlowPaths flows = new FlowPaths(world, program.flows());
              int maxFlows = claim.within().orElse(Integer.MAX_VALUE) - 1;
              return byNode.stream()
                  .flatMap(
                      access ->
                          flows.between(access.pod(), claim.to(), claim.via(), maxFlows).stream()
                              .map(onward -> new CallerDiscrepancy.Admitted(claim, access, onward)))
                  .findFirst();
            })
        .ifPresent(found::add);
  }

  private void checkUndeclared() {
    Set<ExternalAccess.SeenAs> reported = seenAs(CallerDiscrepancy.class);
    for (ExternalAccess access : accesses) {
      boolean declared =
          program.flows().stream()
              .filter(flow -> flow.from().hasAddresses())
              .anyMatch(flow -> access.isMeantBy(List.of(flow.to()), flow.service()));
      if (!declared
          && access.seenAs() instanceof ExternalAccess.SeenAs.Node
          && reported.add(access.seenAs())) {
        program.zones().stream()
            .filter(zone -> zone.denied().ingress() && zone.contains(access.pod()))
            .max(Comparator.comparing(Party.Zone::nested))
            .ifPresent(zone -> found.add(new CallerDiscrepancy.Undeclared(zone, access)));
      }
    }
  }

  /** Returns the ways in which callers come in the differences of {@code kind}. */
  private Set<ExternalAccess.SeenAs> seenAs(Class<? extends CallerDiscrepancy> kind) {
    Set<ExternalAccess.SeenAs> seenAs = new HashSet<>();
    found.stream().filter(kind::isInstance).forEach(hidden -> seenAs.add(hidden.access().seenAs()));
    return seenAs;
  }

  private static boolean isOutside(Party party) {
    return party.hasAddresses() && !INSIDE.contains(party.name());
  }
}
