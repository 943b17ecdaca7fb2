package dev.zonec.kubernetes.policy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.kubernetes.world.WorldReading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and where the caret stands; more of it is in the seeds. */
final class ClusterPolicyReaderTest {
  private static final String POLICY =
      """
      apiVersion: policy.networking.k8s.io/v1alpha2
      kind: ClusterNetworkPolicy
      metadata: {name: p}
      spec:
        tier: Admin
        priority: 10
        subject: {namespaces: {}}
        ingress:
          - action: Deny
            from:
              - namespaces: {}
        egress:
          - action: Accept
            to:
              - networks: [203.0.113.0/24]
            protocols:
              - tcp: {destinationPort: {number: 443}}
      """;

  private static final String ADMIN =
      """
      apiVersion: policy.networking.k8s.io/v1alpha1
      kind: AdminNetworkPolicy
      metadata: {name: p}
      spec:
        priority: 10
        subject: {namespaces: {}}
        egress:
          - action: Allow
            to:
              - namespaces: {}
            ports:
              - portNumber: {port: 53}
      """;

  private static WorldReading read(String text) {
    Manifests manifests = ManifestReader.read(List.of(new SourceText("p.yaml", text)));
    WorldReading reading = new WorldReader().read(manifests);
    List<Diagnostic> problems = new ArrayList<>(manifests.unreadable());
    problems.addAll(reading.problems());
    return new WorldReading(
        reading.world(), problems, reading.guesses(), reading.warnings(), reading.hidden());
  }

  @Test
  void theyAreReadAsTheyStand() {
    assertThat(read(POLICY).problems()).isEmpty();
    assertThat(read(POLICY).world().clusterPolicies()).hasSize(1);
    assertThat(read(ADMIN).problems()).isEmpty();
    assertThat(read(ADMIN).world().clusterPolicies()).hasSize(1);
  }

  private static void refused(String text, String from, String to, String code, int line) {
    assertThat(text).contains(from);
    WorldReading reading = read(text.replace(from, to));
    assertThat(reading.world().clusterPolicies()).isEmpty();
    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).hasToString(code);
              assertThat(((Place.At) problem.place()).span().line()).isEqualTo(line);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tier: Admin | tier: admin | ZC0620 | 5",
        "priority: 10 | priority: ten | ZC0604 | 6",
        "subject: {namespaces: {}} | subject: {} | ZC0620 | 7",
        "subject: {namespaces: {}} | subject: {pods: {namespaceSelector: {}}} | ZC0620 | 7",
        "action: Deny | action: Allow | ZC0620 | 9",
        "action: Deny | {} | ZC0602 | 10",
        "- namespaces: {} | - networks: [10.0.0.0/8] | ZC0605 | 11",
        "- namespaces: {} | - {} | ZC0620 | 11",
        "[203.0.113.0/24] | [] | ZC0620 | 15",
        "[203.0.113.0/24] | [203.0.113.1/24] | ZC0617 | 15",
        "[203.0.113.0/24] | [203.0.113.0] | ZC0616 | 15",
        "[203.0.113.0/24] | [203.0.113.0/24, 203.0.113.0/24] | ZC0620 | 15",
        "networks: [203.0.113.0/24] | domainNames: ['*'] | ZC0621 | 15",
        "number: 443 | number: 0 | ZC0613 | 17",
        "number: 443 | number: 443, range: {start: 1, end: 2} | ZC0620 | 17",
        "number: 443 | range: {start: 443} | ZC0620 | 17",
        "tcp: {destinationPort: {number: 443}} | destinationNamedPort: web | ZC0620 | 13",
        "tcp: {destinationPort: {number: 443}} | icmp: {} | ZC0605 | 17",
      })
  void ofClusterNetworkPolicies(String from, String to, String code, int line) {
    refused(POLICY, from, to, code, line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: AdminNetworkPolicy | kind: BaselineAdminNetworkPolicy | ZC0605 | 5",
        "priority: 10 | tier: Admin | ZC0605 | 5",
        "action: Allow | action: Accept | ZC0620 | 8",
        "- namespaces: {} | - pods: {podSelector: {}} | ZC0620 | 10",
        "{port: 53} | {protocol: udp, port: 53} | ZC0659 | 12",
        "portNumber: {port: 53} | portRange: {start: 9, end: 9} | ZC0659 | 12",
        "portNumber: {port: 53} | {} | ZC0620 | 12",
        "portNumber: {port: 53} | namedPort: '80' | ZC0659 | 12",
        "- portNumber: {port: 53} | [] | ZC0620 | 12",
      })
  void ofAdminNetworkPolicies(String from, String to, String code, int line) {
    refused(ADMIN, from, to, code, line);
  }

  @Test
  void domainNamesOnlyWhereTheRuleAccepts() {
    refused(
        POLICY.replace("action: Accept", "action: Deny"),
        "networks: [203.0.113.0/24]",
        "domainNames: [example.org]",
        "ZC0659",
        15);
  }
}
