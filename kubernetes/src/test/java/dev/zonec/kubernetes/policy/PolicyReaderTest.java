package dev.zonec.kubernetes.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.manifest.ManifestReader;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One policy's text to what it says; what servers refuse is covered by the seeds. */
final class PolicyReaderTest {
  private static PolicyReading read(String metadata, String spec) {
    String text =
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {%s}\n%s\n"
            .formatted(metadata, spec);
    ManifestObject object =
        ManifestReader.read(List.of(new SourceText("p.yaml", text))).objects().getFirst();
    return new PolicyReader("default", CidrForm.CANONICAL)
        .read((NetworkPolicy) object.object(), object.document());
  }

  private static Policy valid(String spec) {
    return ((PolicyReading.Valid) read("name: p", spec)).policy();
  }

  @TestFactory
  Stream<DynamicTest> everyWayToSelectEveryPod() {
    return Stream.of(
            "spec: {podSelector: {}}",
            "spec: {podSelector: null}",
            "spec: {podSelector: {matchLabels: {}}}",
            "spec: {podSelector: {matchLabels: null, matchExpressions: []}}",
            "spec: {}",
            "spec:",
            "")
        .map(
            spec ->
                DynamicTest.dynamicTest(
                    spec.isEmpty() ? "no spec" : spec,
                    () -> {
                      Policy policy = valid(spec);
                      assertThat(policy.subject().selectsEverything()).isTrue();
                      assertThat(policy.directions()).isEqualTo(Set.of(Direction.INGRESS));
                      assertThat(policy.namespace()).isEqualTo("default");
                    }));
  }

  @Test
  void rulesOfDirectionsThatAreNotListedAreIgnored() {
    Policy policy = valid("spec: {podSelector: {}, policyTypes: [Egress], ingress: [{}]}");
    assertThat(policy.directions()).containsExactly(Direction.EGRESS);
    assertThat(policy.ingress()).isEmpty();
  }

  @Test
  void partsHaveTheirPlaces() {
    Policy policy =
        valid(
            """
            spec:
              podSelector: {}
              ingress:
                - from:
                    - podSelector: {matchLabels: {app: web}}
                    - namespaceSelector: {}
                  ports:
                    - {port: 80}
            """);
    Rule rule = policy.ingress().getFirst();
    assertThat(rule.span().line()).isEqualTo(7);
    assertThat(rule.peers()).extracting(peer -> peer.span().line()).containsExactly(8, 9);
    assertThat(rule.ports()).extracting(port -> port.span().line()).containsExactly(11);
  }

  @Test
  void aPolicyThatOnlyHasAWrongNameIsReadAllTheSame() {
    PolicyReading reading = read("name: with_underscores", "spec: {podSelector: {}}");
    assertThat(reading).isInstanceOf(PolicyReading.Misnamed.class);
    List<Diagnostic> problems = ((PolicyReading.Misnamed) reading).problems();
    assertThat(((Place.At) problems.getFirst().place()).span().line()).isEqualTo(3);
    assertThat(read("name: a_b, namespace: C", "spec: {policyTypes: [Both]}"))
        .isInstanceOfSatisfying(
            PolicyReading.Invalid.class, invalid -> assertThat(invalid.problems()).hasSize(3));
    assertThat(read("labels: {}", "spec: {}")).isInstanceOf(PolicyReading.Invalid.class);
  }

  @Test
  void whatZonecWroteIsKnown() {
    assertThat(
            ((PolicyReading.Valid)
                    read("name: p, labels: {app.kubernetes.io/managed-by: zonec}", "spec: {}"))
                .policy()
                .generated())
        .isTrue();
    assertThat(valid("spec: {}").generated()).isFalse();
  }
}
