package dev.zonec.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PolicyApiTest {
  @Test
  void everyListedKindIsReadCompletely() {
    assertThat(PolicyApi.all())
        .isNotEmpty()
        .allSatisfy(
            policy ->
                assertThat(Kinds.of(policy.apiVersion(), policy.kind()))
                    .isInstanceOf(Kinds.Kind.Read.class));
  }

  @Test
  void networkPoliciesComeFirstAndOtherVersionsAreAbsent() {
    assertThat(PolicyApi.all())
        .startsWith(new PolicyApi("networking.k8s.io/v1", "NetworkPolicy"))
        .contains(new PolicyApi("policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy"))
        .doesNotContain(new PolicyApi("policy.networking.k8s.io/v1alpha2", "AdminNetworkPolicy"))
        .doesNotHaveDuplicates();
  }
}
