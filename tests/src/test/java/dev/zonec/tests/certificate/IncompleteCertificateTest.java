package dev.zonec.tests.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.application.certificate.Certificate;
import dev.zonec.application.certificate.CertificateOutcome;
import dev.zonec.diagnostics.deadline.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A certificate does not confirm a claim by a part of what the claim is about: some instances, some
 * addresses, or some values of parameters.
 */
final class IncompleteCertificateTest {
  private static final String NAMESPACES =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: t1, labels: {tenant: "true"}}
      ---
      apiVersion: v1
      kind: Namespace
      metadata: {name: t2, labels: {tenant: "true"}}
      """;

  private static final String TENANTS =
      """
      module tenants
      foreach namespace with tenant=true {
        allow within namespace
        assert near: never other namespace -> namespace
      }
      """;

  private static final String OPEN =
      """
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: open, namespace: t2}
      spec:
        podSelector: {}
        ingress: [{from: [{namespaceSelector: {}}]}]
        egress: [{to: [{namespaceSelector: {}}]}]
        policyTypes: [Ingress, Egress]
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: out, namespace: t1}
      spec:
        podSelector: {}
        egress: [{to: [{namespaceSelector: {}}]}]
        policyTypes: [Egress]
      """;

  @TempDir private Path folder;

  @Test
  void allInstancesAreNeeded() throws IOException {
    SmallCertificate certificate = SmallCertificate.of(TENANTS, NAMESPACES, folder, 0);
    JsonNode document = document(certificate);
    assertThat(claims(document, 0).size()).isGreaterThan(4);
    assertThat(forged(certificate, document)).isPresent();
    removeLast(document, "assertion near");
    assertThat(forged(certificate, document)).isEmpty();
  }

  @Test
  void anAssertionWithAWrongInstanceIsLeftOut() throws IOException {
    SmallCertificate certificate = SmallCertificate.of(TENANTS, NAMESPACES + OPEN, folder, 1);
    assertThat(keys(document(certificate), 0)).doesNotContain("assertion near");
    assertThat(certificate.outcome(certificate.files()))
        .isInstanceOfSatisfying(
            CertificateOutcome.Confirmed.class,
            confirmed -> assertThat(confirmed.others()).contains("assertion near"));
  }

  @Test
  void noClaimIsThereTwice() throws IOException {
    SmallCertificate certificate = SmallCertificate.in(folder);
    JsonNode document = document(certificate);
    ArrayNode claims = claims(document, 0);
    claims.add(claims.get(0).deepCopy());
    assertThat(forged(certificate, document)).isEmpty();
  }

  @Test
  void aClaimThatFollowsNeedsTheOtherOne() throws IOException {
    SmallCertificate certificate = SmallCertificate.in(folder);
    JsonNode document = document(certificate);
    removeLast(document, "no undeclared connection");
    assertThat(forged(certificate, document)).isEmpty();
  }

  /** With pods at any address, a pod can have an address of the partners. */
  @Test
  void claimsMustHoldForPodsAtAnyAddress() throws IOException {
    String program =
        """
        module shop
        cluster { pods 10.0.0.0/8 }
        zone web { namespace shop  pods app=web }
        zone job { namespace jobs  pods app=job }
        external partners { cidr 203.0.113.0/24 }
        allow partners -> web : tcp/443
        allow job -> partners : tcp/443
        assert never_met: never job -> web
        assert works: reachable partners -> web : tcp/443
        """;
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop, labels: {app: web}}
        spec: {containers: [{name: web, image: web}]}
        status: {podIP: 172.20.0.5, podIPs: [{ip: 172.20.0.5}]}
        """;
    String open =
        """
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: out, namespace: jobs}
        spec: {podSelector: {}, policyTypes: [Egress], egress: [{}]}
        """;
    SmallCertificate certificate = SmallCertificate.of(program, pod + open, folder, 1);
    JsonNode document = document(certificate);
    assertThat(document.path("runs").size()).isEqualTo(2);
    assertThat(keys(document, 0)).isEqualTo(keys(document, 1));
    assertThat(keys(document, 0)).doesNotContain("assertion never_met");
    assertThat(forged(certificate, document)).isPresent();

    ObjectNode claim = claims(document, 0).addObject();
    claim.put("claim", "assertion never_met");
    claim.putArray("obligations").addObject().put("policies", "all");
    assertThat(forged(certificate, document)).isEmpty();
    ((ArrayNode) document.path("runs")).remove(1);
    assertThat(forged(certificate, document)).isEmpty();
  }

  @Test
  void missingValuesOfParametersAreNamed() throws IOException {
    String program =
        """
        module shop
        param env: enum(dev, prod)
        zone web { namespace shop  pods app=web }
        zone db { namespace data  pods app=db }
        when env = dev { allow web -> db : tcp/5432 }
        assert closed: never db -> web
        """;
    SmallCertificate certificate = SmallCertificate.of(program, "", folder, 0);
    JsonNode document = document(certificate);
    ((ArrayNode) document.path("runs")).remove(1);
    SortedMap<String, String> files = forged(certificate, document).orElseThrow();
    assertThat(certificate.outcome(files))
        .isInstanceOfSatisfying(
            CertificateOutcome.Confirmed.class,
            confirmed -> assertThat(confirmed.others()).contains("env=prod: all claims"));
  }

  /** Returns the files that fit a changed document, if the inputs give such a certificate. */
  private static Optional<SortedMap<String, String>> forged(
      SmallCertificate certificate, JsonNode document) {
    return certificate
        .check()
        .expected(document, Deadline.never())
        .map(forged -> new TreeMap<>(forged.files()));
  }

  private static JsonNode document(SmallCertificate certificate) {
    return JsonMapper.shared().readTree(certificate.files().getOrDefault(Certificate.DOCUMENT, ""));
  }

  private static ArrayNode claims(JsonNode document, int run) {
    return (ArrayNode) document.path("runs").path(run).path("claims");
  }

  private static List<String> keys(JsonNode document, int run) {
    return StreamSupport.stream(claims(document, run).spliterator(), false)
        .map(claim -> claim.path("claim").asString(""))
        .toList();
  }

  private static void removeLast(JsonNode document, String key) {
    claims(document, 0).remove(keys(document, 0).lastIndexOf(key));
  }
}
