package dev.zonec.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Two objects are equal iff a server makes the same of them, as far as it is read. */
final class EqualObjectsTest {
  private record Pair(boolean same, String one, String other) {}

  private static final String POLICY =
      "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a}, spec: ";
  private static final String POD = "{apiVersion: v1, kind: Pod, metadata: ";

  private static final List<Pair> PAIRS =
      List.of(
          policies(true, "{podSelector: {}}", "{podSelector: {}, policyTypes: [Ingress]}"),
          policies(true, "{podSelector: {}}", "{podSelector: {matchLabels: {}}, ingress: []}"),
          policies(true, "{}", "{podSelector: {}}"),
          policies(
              true,
              "{egress: [{}]}",
              "{policyTypes: [Egress, Ingress], egress: [{}], ingress: []}"),
          policies(true, "{ingress: [{from: []}]}", "{ingress: [{}]}"),
          policies(
              true,
              "{ingress: [{ports: [{port: 80}]}]}",
              "{ingress: [{ports: [{port: 80, protocol: TCP}]}]}"),
          policies(false, "{egress: []}", "{policyTypes: [Ingress, Egress]}"),
          policies(false, "{ingress: [{}]}", "{}"),
          policies(
              false,
              "{ingress: [{from: [{namespaceSelector: {}}]}]}",
              "{ingress: [{from: [{podSelector: {}}]}]}"),
          policies(
              false,
              "{ingress: [{ports: [{port: 80}]}]}",
              "{ingress: [{ports: [{port: 80, protocol: UDP}]}]}"),
          policies(false, "{podSelector: {matchLabels: {a: b}}}", "{podSelector: {}}"),
          new Pair(true, POD + "{name: a, labels: {}}}", POD + "{name: a, annotations: {x: y}}}"),
          new Pair(
              true,
              POD + "{name: a}, spec: {hostNetwork: false}}",
              POD + "{name: a}, spec: {containers: []}}"),
          new Pair(false, POD + "{name: a}, spec: {hostNetwork: true}}", POD + "{name: a}}"),
          new Pair(false, POD + "{name: a, labels: {a: b}}}", POD + "{name: a}}"),
          new Pair(
              true,
              "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80}]}}",
              "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {type: ClusterIP, ports:"
                  + " [{port: 80, targetPort: 80, protocol: TCP}]}}"),
          new Pair(
              false,
              "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80}]}}",
              "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80,"
                  + " targetPort: 8080}]}}"),
          new Pair(
              true,
              "{apiVersion: extensions/v1beta1, kind: Deployment, metadata: {name: a}}",
              "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}}"),
          services(
              true,
              "{ports: [{port: 80}]}",
              "{clusterIP: 10.96.0.7, clusterIPs: [10.96.0.7]"
                  + ", ports: [{port: 80, targetPort: 80, protocol: TCP}], type: ClusterIP}"),
          services(
              true,
              "{type: NodePort, ports: [{port: 80}]}",
              "{type: NodePort, externalTrafficPolicy: Cluster, ports: [{port: 80, nodePort: 30080"
                  + "}]}"),
          services(true, "{clusterIP: None}", "{clusterIP: None, clusterIPs: [None]}"),
          services(false, "{ports: [{port: 80}]}", "{clusterIP: None, ports: [{port: 80}]}"),
          services(false, "{clusterIP: 10.96.0.7}", "{clusterIP: 10.96.0.8}"),
          services(
              false, "{type: LoadBalancer}", "{type: LoadBalancer, externalTrafficPolicy: Local}"),
          services(false, "{}", "{externalIPs: [203.0.113.7]}"),
          new Pair(
              true,
              POD + "{name: a}, spec: {containers: []}}",
              POD
                  + "{name: a}, spec: {nodeName: node-1}, status: {podIP: 10.0.0.1, hostIP:"
                  + " 10.1.0.1}}"),
          new Pair(
              false,
              POD + "{name: a}, status: {podIP: 10.0.0.1}}",
              POD + "{name: a}, spec: {nodeName: node-1}}"),
          new Pair(
              false,
              POD + "{name: a}, status: {podIP: 10.0.0.1}}",
              POD + "{name: a}, status: {podIP: 10.0.0.2}}"),
          new Pair(
              true,
              "{apiVersion: v1, kind: Node, metadata: {name: a}}",
              "{apiVersion: v1, kind: Node, metadata: {name: a}, spec: {podCIDR: 10.244.0.0/24}}"),
          jobs(true, "a: b", "a: b, job-name: j, controller-uid: 1-2"),
          jobs(false, "a: b", "a: b, tier: front"),
          rollouts(true, "a: b", "a: b"),
          rollouts(false, "a: b", "a: c"));

  private static Pair policies(boolean same, String one, String other) {
    return new Pair(same, POLICY + one + "}", POLICY + other + "}");
  }

  private static Pair services(boolean same, String one, String other) {
    String form = "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: %s}";
    return new Pair(same, form.formatted(one), form.formatted(other));
  }

  private static Pair jobs(boolean same, String one, String other) {
    String form =
        "{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {template: {metadata:"
            + " {labels: {%s}}}}}";
    return new Pair(same, form.formatted(one), form.formatted(other));
  }

  private static Pair rollouts(boolean same, String one, String other) {
    String form =
        "{apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: a}, spec: {template:"
            + " {metadata: {labels: {%s}}, spec: {containers: [{name: c, image: %s}]}}}}";
    return new Pair(same, form.formatted(one, "one"), form.formatted(other, "other"));
  }

  @TestFactory
  Stream<DynamicTest> pairs() {
    return PAIRS.stream()
        .map(
            pair ->
                DynamicTest.dynamicTest(
                    pair.one() + " " + pair.other(),
                    () -> {
                      ManifestObject one = read(pair.one());
                      ManifestObject other = read(pair.other());
                      assertThat(EqualObjects.completest(one, other).isPresent())
                          .isEqualTo(pair.same());
                      assertThat(EqualObjects.completest(other, one).isPresent())
                          .isEqualTo(pair.same());
                      assertThat(EqualObjects.completest(one, read(pair.one()))).contains(one);
                    }));
  }

  private static ManifestObject read(String text) {
    Manifests manifests = ManifestReader.read(List.of(new SourceText("a.yaml", text)));
    assertThat(manifests.unreadable()).isEmpty();
    return manifests.objects().getFirst();
  }
}
