package dev.zonec.verifier.query;

import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import java.util.Arrays;
import java.util.List;

/** Decides whether policies admit callers outside the cluster, as the sources that pods see. */
final class ExternalAdmission {
  private final ZoneProgram program;
  private final Semantics must;
  private final Semantics may;
  private final List<Endpoint.Pod> controllers;

  /**
   * @param may a permissive reading, with the knobs that the user has settled
   */
  ExternalAdmission(World world, ZoneProgram program, Reading may) {
    this.program = program;
    var cluster = new ClusterAddresses(world, program.cluster()).seen();
    this.must = new Semantics(world, may.withPermissive(false), cluster);
    this.may = new Semantics(world, may.withPermissive(true), cluster);
    this.controllers = UnknownController.pods(world);
  }

  /** Whether the policies may deny the source as which the callers appear. */
  boolean isDenied(ExternalAccess access) {
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
                must.decide(
                        new Connection(SnatSources.SOME_NODE, access.pod(), family, access.port()))
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
            .anyMatch(flow -> access.isMeantBy(List.of(flow.to()), flow.service()));
    return declared
        || controllers.stream()
            .anyMatch(
                controller ->
                    Arrays.stream(Family.values())
                        .map(f -> new Connection(controller, access.pod(), f, access.port()))
                        .map(may::decide)
                        .anyMatch(ExternalAdmission::admitsIngress));
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
