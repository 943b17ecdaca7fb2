package dev.zonec.kubernetes.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds beyond the built-in ones are found, as new and as old servers tell of them. */
final class DiscoveryTest {
  private static final String CILIUM = "/apis/cilium.io/v2/ciliumnetworkpolicies";
  private static final String ITEM =
      "{\"apiVersion\": \"cilium.io/v2\", \"kind\": \"CiliumNetworkPolicy\", \"metadata\":"
          + " {\"name\": \"l7\", \"namespace\": \"shop\"}, \"spec\": {\"anything\": [1]}}";

  @TempDir private Path dir;
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    server.list("/api/v1/namespaces", "{\"metadata\": {\"name\": \"shop\"}}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ClusterReading.Read read(Scope scope) {
    return (ClusterReading.Read) server.read(dir, scope);
  }

  private static Manifests manifests(ClusterReading.Read read) {
    return ManifestReader.read(read.texts());
  }

  private static String aggregated(
      String group, String version, String freshness, String... kinds) {
    StringBuilder resources = new StringBuilder();
    for (String kind : kinds) {
      resources
          .append(resources.isEmpty() ? "" : ",")
          .append(
              "{\"resource\": \"%s\", \"responseKind\": {\"kind\": \"%s\"}, \"scope\": \"Namespaced\", \"verbs\": [\"get\", \"list\"]}"
                  .formatted(plural(kind), kind));
    }
    return "{\"metadata\": {\"name\": \"%s\"}, \"versions\": [{\"version\": \"%s\", \"freshness\": \"%s\", \"resources\": [%s]}]}"
        .formatted(group, version, freshness, resources);
  }

  private static String plural(String kind) {
    String lower = kind.toLowerCase(java.util.Locale.ROOT);
    return lower.endsWith("y") ? lower.substring(0, lower.length() - 1) + "ies" : lower + "s";
  }

  private void discovers(String... groups) {
    server.answers(
        "/apis",
        200,
        "{\"kind\": \"APIGroupDiscoveryList\", \"items\": [" + String.join(",", groups) + "]}");
  }

  @Test
  void anUnmodelledPolicyIsFound() {
    discovers(
        aggregated("cilium.io", "v2", "Current", "CiliumNetworkPolicy", "CiliumEndpoint"),
        aggregated("apps", "v1", "Current", "Deployment"));
    server.list(CILIUM, ITEM);
    ClusterReading.Read read = read(new Scope.Everywhere());
    assertThat(read.unread()).isEmpty();
    assertThat(manifests(read).unmodelled()).hasSize(1);
    assertThat(manifests(read).unmodelled().getFirst().name()).isEqualTo("shop/l7");
    assertThat(read.texts().getLast().content()).doesNotContain("anything");
    assertThat(server.requests()).noneMatch(request -> request.contains("ciliumendpoints"));
    assertThat(server.requests().stream().filter(r -> r.contains("/apis/apps/v1/deployments")))
        .hasSize(1);
  }

  @Test
  void anOlderServerIsAskedGroupByGroup() {
    server.answers(
        "/apis",
        200,
        """
        {"kind": "APIGroupList", "groups": [{"name": "cilium.io",
          "versions": [{"groupVersion": "cilium.io/v2", "version": "v2"}],
          "preferredVersion": {"groupVersion": "cilium.io/v2", "version": "v2"}},
          {"name": "metrics.k8s.io", "versions": [{"groupVersion": "metrics.k8s.io/v1beta1"}],
          "preferredVersion": {"groupVersion": "metrics.k8s.io/v1beta1"}}]}
        """);
    server.answers(
        "/apis/cilium.io/v2",
        200,
        """
        {"kind": "APIResourceList", "groupVersion": "cilium.io/v2", "resources": [
          {"name": "ciliumnetworkpolicies", "kind": "CiliumNetworkPolicy", "namespaced": true,
           "verbs": ["list"]},
          {"name": "ciliumnetworkpolicies/status", "kind": "CiliumNetworkPolicy",
           "namespaced": true, "verbs": ["get"]}]}
        """);
    server.list(CILIUM, ITEM);
    ClusterReading.Read read = read(new Scope.Everywhere());
    assertThat(read.unread()).isEmpty();
    assertThat(manifests(read).unmodelled()).hasSize(1);
    assertThat(server.requests()).noneMatch(request -> request.contains("metrics"));
  }

  @Test
  void aKindThatIsGoneHasNoObjects() {
    discovers(aggregated("cilium.io", "v2", "Current", "CiliumNetworkPolicy"));
    assertThat(read(new Scope.Everywhere()).unread()).isEmpty();
    assertThat(server.requests()).anyMatch(request -> request.startsWith(CILIUM));
  }

  @Test
  void aKindThatMayNotBeListedIsNamed() {
    discovers(aggregated("cilium.io", "v2", "Current", "CiliumNetworkPolicy"));
    server.answers(CILIUM, 403, ScriptedServer.status(403, "no"));
    assertThat(read(new Scope.Everywhere()).unread())
        .extracting(Diagnostic::message)
        .containsExactly("ciliumnetworkpolicies were not read: 403 Forbidden");
  }

  @Test
  void aGroupThatIsDownIsNamedUnlessItMeasures() {
    discovers(
        aggregated("projectcalico.org", "v3", "Stale"),
        aggregated("metrics.k8s.io", "v1beta1", "Stale"));
    assertThat(read(new Scope.Everywhere()).unread())
        .extracting(Diagnostic::message)
        .containsExactly(
            "the kinds of projectcalico.org/v3 are not known: 503 Service Unavailable");
  }

  @Test
  void whatMayNotBeDiscoveredIsNamed() {
    server.answers("/apis", 403, ScriptedServer.status(403, "no"));
    assertThat(read(new Scope.Everywhere()).unread())
        .extracting(Diagnostic::message)
        .containsExactly("the kinds of the cluster are not known: 403 Forbidden");
  }

  @Test
  void oneNamespacesPoliciesAreAskedForThere() {
    discovers(
        aggregated("cilium.io", "v2", "Current", "CiliumNetworkPolicy"),
        aggregated("security.istio.io", "v1", "Current", "AuthorizationPolicy"));
    for (ApiResource resource : BuiltinResources.OTHERS) {
      server.list(resource.path("shop"));
    }
    read(new Scope.Within(new TreeSet<>(Set.of("shop"))));
    assertThat(server.requests())
        .anyMatch(r -> r.startsWith("/apis/cilium.io/v2/namespaces/shop/ciliumnetworkpolicies"))
        .noneMatch(r -> r.startsWith(CILIUM))
        // Istio's root namespace speaks for the whole mesh.
        .anyMatch(r -> r.startsWith("/apis/security.istio.io/v1/authorizationpolicies"));
  }

  @Test
  void everyBuiltInKindIsRead() {
    assertThat(BuiltinResources.OTHERS)
        .allSatisfy(
            resource ->
                assertThat(
                        dev.zonec.kubernetes.manifest.ReadFields.of(
                            resource.apiVersion(), resource.kind()))
                    .isPresent());
    // Kinds of the core are not discovered, so that what is read of them must be listed.
    for (String kind :
        new String[] {
          "Namespace", "Node", "Pod", "Service", "ReplicationController", "Endpoints",
          "ServiceAccount", "PodTemplate", "Secret", "ConfigMap", "Event", "LimitRange",
          "PersistentVolume", "PersistentVolumeClaim", "ResourceQuota"
        }) {
      assertThat(BuiltinResources.has("", kind))
          .as(kind)
          .isEqualTo(dev.zonec.kubernetes.manifest.ReadFields.of("v1", kind).isPresent());
    }
  }

  @Test
  void textsAreNamedAfterTheirObjects() {
    discovers(aggregated("cilium.io", "v2", "Current", "CiliumNetworkPolicy"));
    server.list(CILIUM, ITEM);
    assertThat(read(new Scope.Everywhere()).texts())
        .extracting(SourceText::name)
        .contains("cluster kind-dev: CiliumNetworkPolicy shop/l7");
  }

  private static final String FENCES = "/apis/example.org/v1/fences";
  private static final String SCHEMAS = "/openapi/v3/apis/example.org/v1";
  private static final String FENCE =
      "{\"apiVersion\": \"example.org/v1\", \"kind\": \"Fence\", \"metadata\": {\"name\": \"high\","
          + " \"namespace\": \"shop\"}, \"spec\": {\"rules\": [{\"podSelector\": {\"app\":"
          + " \"web\"}, \"secret\": \"s3cr3t\"}]}}";

  private static String schema(String field) {
    return """
    {"components": {"schemas": {
      "org.example.v1.Fence": {
        "x-kubernetes-group-version-kind": [
          {"group": "example.org", "version": "v1", "kind": "Fence"}],
        "properties": {"spec": {"allOf": [{"$ref": "#/components/schemas/Spec"}]}}},
      "Spec": {"properties": {"rules": {"items": {"properties": {"%s": {}}}},
        "next": {"$ref": "#/components/schemas/Spec"}}}}}}
    """
        .formatted(field);
  }

  @Test
  void anUnknownKindThatCanSelectPodsIsRead() {
    discovers(aggregated("example.org", "v1", "Current", "Fence"));
    server.answers(SCHEMAS, 200, schema("podSelector"));
    server.list(FENCES, FENCE);
    ClusterReading.Read read = read(new Scope.Everywhere());
    assertThat(read.unread()).isEmpty();
    assertThat(manifests(read).unmodelled()).hasSize(1);
    assertThat(manifests(read).unmodelled().getFirst().name()).isEqualTo("shop/high");
    assertThat(read.texts().getLast().content()).doesNotContain("s3cr3t");
  }

  @Test
  void anUnknownKindWithoutASchemaIsRead() {
    discovers(aggregated("example.org", "v1", "Current", "Fence"));
    server.answers(SCHEMAS, 404, ScriptedServer.status(404, "no"));
    server.list(FENCES, FENCE);
    assertThat(manifests(read(new Scope.Everywhere())).unmodelled()).hasSize(1);
  }

  @Test
  void anUnknownKindThatCannotSelectPodsIsNotAskedFor() {
    discovers(aggregated("example.org", "v1", "Current", "Fence"));
    server.answers(SCHEMAS, 200, schema("height"));
    assertThat(read(new Scope.Everywhere()).unread()).isEmpty();
    assertThat(server.requests()).noneMatch(request -> request.contains("fences"));
  }

  @Test
  void anUnknownKindThatMayNotBeListedIsNamed() {
    discovers(aggregated("example.org", "v1", "Current", "Fence"));
    server.answers(SCHEMAS, 200, schema("endpointSelector"));
    server.answers(FENCES, 403, ScriptedServer.status(403, "no"));
    assertThat(read(new Scope.Everywhere()).unread())
        .extracting(Diagnostic::message)
        .containsExactly("fences were not read: 403 Forbidden");
  }
}
