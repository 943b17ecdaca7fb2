package dev.zonec.compiler.lint;

import java.util.List;

/** All checks. */
final class Checks {
  static final List<Check> ALL =
      List.of(
          new RedundantFlows(),
          new UnusedParties(),
          new UnusedServices(),
          new UnusedParams(),
          new UnusedImports(),
          new FlowsWithoutPorts(),
          new OpenEgress(),
          new UndocumentedFlows(),
          new TenantLabelAssertions(),
          new ZonesWithoutWorkload(),
          new UndeclaredPorts());

  private Checks() {}
}
