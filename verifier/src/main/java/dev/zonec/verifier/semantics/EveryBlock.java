package dev.zonec.verifier.semantics;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.cluster.ClusterPolicy;
import dev.zonec.verifier.policy.cluster.ClusterRule;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that stands in a connection's way at one end, tier by tier: what blocks it, what would
 * once that is lifted, and so on.
 *
 * @param world whose policies they are
 * @param reading how undefined points are resolved
 * @param cluster where addresses that are not known may lie
 */
public record EveryBlock(World world, Reading reading, Cluster cluster) {
  /**
   * The sides that block {@code connection} at the end that {@code direction} speaks for, in the
   * order in which they are asked; none if it is let through there.
   */
  public List<Side> of(Connection connection, Direction direction) {
    List<Side> blocks = new ArrayList<>();
    World left = world;
    while (true) {
      Decision decision = new Semantics(left, reading, cluster).decide(connection);
      if (!(decision instanceof Decision.Judged(Side egress, Side ingress))) {
        return blocks;
      }
      Side side = (direction == Direction.EGRESS ? egress : ingress).last();
      if (side.admits()) {
        return blocks;
      }
      blocks.add(side);
      if (!(side instanceof Side.Decided decided)) {
        return blocks;
      }
      left = left.withClusterPolicies(without(left.clusterPolicies(), decided.by().rule()));
    }
  }

  /** The policies without one rule; rules that say the same elsewhere stay. */
  private static List<ClusterPolicy> without(List<ClusterPolicy> policies, ClusterRule rule) {
    return policies.stream()
        .map(
            policy ->
                new ClusterPolicy(
                    policy.kind(),
                    policy.name(),
                    policy.tier(),
                    policy.priority(),
                    policy.subject(),
                    policy.ingress().stream().filter(each -> !each.equals(rule)).toList(),
                    policy.egress().stream().filter(each -> !each.equals(rule)).toList(),
                    policy.site()))
        .toList();
  }
}
