package dev.zonec.compiler.lint;

import java.util.List;

/** Every check. */
final class Checks {
  static final List<Check> ALL =
      List.of(
          new ShadowedFlows(),
          new UnusedParties(),
          new UnusedServices(),
          new UnusedParams(),
          new UnusedImports(),
          new FlowsOfEveryPort(),
          new OpenEgress(),
          new UnexplainedFlows(),
          new ClaimsOnTenants(),
          new UnfilledZones(),
          new UnheardPorts());

  private Checks() {}
}
