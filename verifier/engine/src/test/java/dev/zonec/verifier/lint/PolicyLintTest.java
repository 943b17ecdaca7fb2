package dev.zonec.verifier.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.kubernetes.world.WorldReading;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PolicyLintTest {
  private static final Cluster CLUSTER =
      new Cluster(List.of(Cidr.of("10.244.0.0/16")), List.of(), List.of());

  private static final String EVERY_POD = "{namespaces: {}}";

  private static final String SHOP =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {team: a}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      spec: {containers: []}
      ---
      """;

  /** Returns the warnings about {@code policies} next to the shop, each as {@code code line}. */
  private static List<String> warnings(String policies) {
    int offset = SHOP.split("\n", -1).length - 1;
    WorldReading reading =
        new WorldReader()
            .read(ManifestReader.read(List.of(new SourceText("test.yaml", SHOP + policies))));
    assertThat(reading.problems()).isEmpty();
    List<Diagnostic> all = new ArrayList<>(reading.warnings());
    all.addAll(PolicyLint.of(reading.world(), CLUSTER, Set.of()));
    return all.stream()
        .map(
            d ->
                d.code()
                    + " "
                    + (((dev.zonec.diagnostics.Place.At) d.place()).span().line() - offset))
        .toList();
  }

  private static String policy(String spec) {
    return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
        + "metadata: {name: p, namespace: shop}\nspec:\n"
        + spec.indent(2);
  }

  private static String admin(String name, int priority, String subject, String egress) {
    return "---\napiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\n"
        + "metadata: {name: "
        + name
        + "}\nspec: {priority: "
        + priority
        + ", subject: "
        + subject
        + ", egress: ["
        + egress
        + "]}\n";
  }

  @Test
  void correctPoliciesHaveNoWarning() {
    assertThat(
            warnings(
                policy(
                    """
                    podSelector: {matchLabels: {app: web}}
                    ingress:
                      - from:
                          - podSelector: {matchLabels: {app: web}}
                          - namespaceSelector: {matchLabels: {team: a}}
                          - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
                            podSelector: {matchLabels: {k8s-app: kube-dns}}
                          - ipBlock: {cidr: 203.0.113.0/24}
                    """)))
        .isEmpty();
  }

  @Test
  void rulesOfDirectionsThatPolicyTypesOmits() {
    assertThat(warnings(policy("podSelector: {}\npolicyTypes: [Egress]\ningress: [{}]\n")))
        .containsExactly("ZC0630 7");
  }

  @Test
  void selectorsThatMatchNoWorkload() {
    assertThat(
            warnings(
                policy(
                    """
                    podSelector: {matchLabels: {app: wbe}}
                    ingress:
                      - from:
                          - podSelector: {matchLabels: {app: wbe}}
                    """)))
        .containsExactly("ZC0631 1", "ZC0631 8");
  }

  @Test
  void selectorsThatMatchNoNamespace() {
    assertThat(
            warnings(
                policy(
                    """
                    podSelector: {}
                    ingress:
                      - from:
                          - namespaceSelector: {matchLabels: {team: b}}
                          - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shpo}}
                    """)))
        .containsExactly("ZC0632 8", "ZC0632 9");
  }

  @Test
  void tiesWithACommonSubject() {
    String pass = "{action: Pass, to: [{namespaces: {}}]}";
    String deny = "{action: Deny, to: [{namespaces: {}}]}";
    assertThat(warnings(admin("a", 1, EVERY_POD, pass) + admin("b", 1, EVERY_POD, deny)))
        .containsExactly("ZC0633 7");
    assertThat(warnings(admin("a", 1, EVERY_POD, pass) + admin("b", 2, EVERY_POD, deny))).isEmpty();
  }

  @Test
  void policiesThatCannotDisagreeAreNotTied() {
    String pass = "{action: Pass, to: [{namespaces: {}}]}";
    assertThat(warnings(admin("a", 1, EVERY_POD, pass) + admin("b", 1, EVERY_POD, pass))).isEmpty();
    String deny = "{action: Deny, to: [{namespaces: {}}]}";
    assertThat(
            warnings(
                admin("a", 1, EVERY_POD, pass)
                    + admin("b", 1, "{namespaces: {matchLabels: {team: b}}}", deny)))
        .containsExactly("ZC0632 7");
  }

  @Test
  void blocksOfPods() {
    assertThat(
            warnings(
                policy(
                    """
                    podSelector: {}
                    ingress:
                      - from:
                          - ipBlock: {cidr: 10.244.7.0/24}
                    """)))
        .containsExactly("ZC0634 8");
  }
}
