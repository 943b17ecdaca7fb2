package dev.zonec.checker.open;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.solver.Constant;
import dev.zonec.checker.solver.Statement;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;

/** The policies at one end of the connection admit it: the tiers, in their order. */
final class Admission {
  private final EndStatements ends;
  private final NetworkPolicyStatements policies;
  private final ClusterTierStatements tiers;

  Admission(EndStatements ends, PortStatements ports, CheckedRun run) {
    this.ends = ends;
    this.policies = new NetworkPolicyStatements(ends, ports, run.world().policies());
    this.tiers =
        new ClusterTierStatements(
            ends,
            ports,
            run.world().clusterPolicies(),
            run.program().cluster(),
            run.world().nodes());
  }

  /** The policies at the end of {@code direction} admit the connection. */
  Statement admits(Direction direction, Ends connection, Reading reading) {
    End self = connection.self(direction);
    Statement isolated = policies.isolated(self, direction);
    Statement byRules =
        Statement.any(
            Statement.all(isolated, policies.admitted(self, direction, connection, reading)),
            Statement.all(Statement.not(isolated), baseline(direction, connection, reading)));
    return Statement.any(
        Statement.not(ends.isPod(self)),
        tiers.letsThrough(Tier.ADMIN, direction, connection, reading, byRules));
  }

  /**
   * The Baseline tier lets the connection through, or it is skipped because a NetworkPolicy
   * isolates the end in the other direction.
   */
  private Statement baseline(Direction direction, Ends connection, Reading reading) {
    Statement skipped =
        reading.isPermissive(Knob.BASELINE_AFTER_POLICY)
            ? policies.isolated(connection.self(direction), direction.opposite())
            : Constant.FALSE;
    return Statement.any(
        skipped, tiers.letsThrough(Tier.BASELINE, direction, connection, reading, Constant.TRUE));
  }

  /** The policies at both ends admit the connection. */
  Statement allows(Ends connection, Reading reading) {
    return Statement.all(
        admits(Direction.EGRESS, connection, reading),
        admits(Direction.INGRESS, connection, reading));
  }
}
