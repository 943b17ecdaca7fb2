package dev.zonec.verifier.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.kubernetes.rules.TierName;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.random.RandomWorld;
import dev.zonec.verifier.semantics.Semantics;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * The lowered rules of policies decide every connection like the concrete semantics of the
 * policies.
 */
final class LoweredRulesProperty {
  private static long allowed;
  private static long denied;

  @AfterContainer
  static void bothResultsOccurred() {
    assertThat(allowed).isGreaterThan(20_000);
    assertThat(denied).isGreaterThan(20_000);
  }

  @Property(tries = 200)
  void loweredRulesDecideLikeTheSemantics(@ForAll long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = random.world();
    Reading reading = random.reading();
    Cluster cluster = random.cluster();
    PolicySet rules = PolicySet.of(world.policies(), world.clusterPolicies());
    RuleEvaluator form = new RuleEvaluator(rules, world.nodes(), reading, cluster);
    Semantics semantics = new Semantics(world, reading, cluster);
    List<Transport> transports = random.transports();
    List<Endpoint> ends = random.ends(world);
    for (Endpoint source : ends) {
      for (Endpoint destination : ends) {
        for (Family family : RandomWorld.families(source, destination)) {
          for (Transport transport : transports) {
            Connection connection = new Connection(source, destination, family, transport);
            boolean expected = semantics.decide(connection).isAllowed();
            if (expected) {
              allowed++;
            } else {
              denied++;
            }
            if (form.allows(connection) != expected) {
              assertThat(form.allows(connection))
                  .as("%s over %s in %s %s %s", connection, family, world, reading, cluster)
                  .isEqualTo(expected);
            }
          }
        }
      }
    }
  }

  @Property(tries = 100)
  void networkPoliciesIsolate(@ForAll long seed) {
    World world = new RandomWorld(seed).world();
    RuleTier tier =
        PolicySet.of(world.policies(), world.clusterPolicies()).tier(TierName.NETWORK_POLICY);
    assertThat(tier.isolates()).isTrue();
    assertThat(tier.isLocal()).isTrue();
  }
}
