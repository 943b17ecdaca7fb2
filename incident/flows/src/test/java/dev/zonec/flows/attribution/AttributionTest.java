package dev.zonec.flows.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.flows.FlowWorlds;
import dev.zonec.flows.observed.EndKind;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.Cluster;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ends become workloads only if nothing speaks against it. */
final class AttributionTest {
  private static String controller(String kind, String name, String app) {
    return """
    apiVersion: apps/v1
    kind: %s
    metadata: {name: %s, namespace: shop}
    spec:
      selector: {matchLabels: {app: %s}}
      template:
        metadata: {labels: {app: %s}}
        spec: {containers: [{name: c, image: i}]}
    ---
    """
        .formatted(kind, name, app, app);
  }

  private static String pod(String name, String app, String address, boolean host) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s, namespace: shop, labels: {app: %s}}
    spec: {nodeName: n1, hostNetwork: %s, containers: [{name: c, image: i}]}
    status: {podIP: %s, hostIP: 10.0.0.11}
    ---
    """
        .formatted(name, app, host, address);
  }

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: db, namespace: shop}
      spec: {clusterIP: 10.96.0.20, ports: [{port: 5432}]}
      """;

  private static final String POLICY =
      """
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: admins, namespace: shop}
      spec:
        podSelector: {matchLabels: {role: admin}}
      """;

  private static final World WORLD =
      FlowWorlds.of(
          controller("Deployment", "web", "web")
              + controller("Deployment", "web-api", "api")
              + controller("StatefulSet", "db", "db")
              + controller("DaemonSet", "agent", "agent")
              + pod("one", "one", "10.244.1.1", false)
              + pod("two", "two", "10.244.1.2", false)
              + pod("also-two", "x", "10.244.1.2", false)
              + pod("proxy", "proxy", "10.0.0.11", true)
              + SERVICE
              + POLICY);

  private static final Attribution ATTRIBUTION =
      new Attribution(WORLD, Cluster.UNDECLARED, List.of());

  private static String named(String pod, String... labels) {
    FlowEnd end =
        ATTRIBUTION.of(new ObservedEnd(EndKind.POD, "", "shop", pod, "", List.of(labels)));
    return end.name() + (end.doubt() == Doubt.NONE ? "" : ", " + end.doubt().word());
  }

  private static String addressed(Attribution attribution, String address) {
    FlowEnd end = attribution.of(ObservedEnd.at(address));
    return end.name() + (end.doubt() == Doubt.NONE ? "" : ", " + end.doubt().word());
  }

  @Test
  void namesOfPodsFitTheirControllers() {
    assertThat(named("web-6b687c8dcb-zn5s2")).isEqualTo("shop/web (Deployment)");
    assertThat(named("web-api-6b687c8dcb-zn5s2")).isEqualTo("shop/web-api (Deployment)");
    assertThat(named("web-6b687c8dcb-*")).isEqualTo("shop/web (Deployment)");
    assertThat(named("db-0")).isEqualTo("shop/db (StatefulSet)");
    assertThat(named("agent-x7k2p")).isEqualTo("shop/agent (DaemonSet)");
    assertThat(named("one")).isEqualTo("shop/one (Pod)");
    assertThat(named("db-x")).endsWith("unknown-pod");
    assertThat(named("web-6b687c8dcb")).endsWith("unknown-pod");
    assertThat(named("other-6b687c8dcb-zn5s2")).endsWith("unknown-pod");
  }

  @Test
  void aNameThatFitsTwoControllersNeedsLabels() {
    // `web-api-x7k2p` fits the Deployment `web` with the hash `api` only.
    assertThat(named("web-api-x7k2p")).isEqualTo("shop/web (Deployment)");
    assertThat(named("web-api-x7k2p", "app=api")).isEqualTo("shop/web (Deployment), other-labels");
  }

  @Test
  void labelsMustNotContradict() {
    assertThat(named("web-6b687c8dcb-zn5s2", "app=web", "pod-template-hash=6b687c8dcb"))
        .isEqualTo("shop/web (Deployment)");
    assertThat(named("web-6b687c8dcb-zn5s2", "app=evil")).endsWith("other-labels");
    assertThat(named("renamed", "app=web")).isEqualTo("shop/web (Deployment)");
    assertThat(named("renamed", "app=web", "role=admin")).endsWith("unknown-pod");
  }

  @Test
  void labelsThatAPolicySelectsMustBeInTheManifests() {
    assertThat(named("web-6b687c8dcb-zn5s2", "app=web", "role=admin")).endsWith("other-labels");
    assertThat(named("web-6b687c8dcb-zn5s2", "k8s:app=web", "k8s:role=admin"))
        .endsWith("other-labels");
    // No selector tells these pods from their workload.
    assertThat(named("web-6b687c8dcb-zn5s2", "app=web", "role=guest", "sidecar=yes"))
        .isEqualTo("shop/web (Deployment)");
    Attribution selected =
        new Attribution(
            WORLD,
            Cluster.UNDECLARED,
            List.of(new Selector(List.of(new Requirement.Exists("sidecar")))));
    ObservedEnd injected =
        new ObservedEnd(
            EndKind.POD, "", "shop", "web-6b687c8dcb-zn5s2", "", List.of("app=web", "sidecar=yes"));
    assertThat(selected.of(injected).doubt()).isEqualTo(Doubt.OTHER_LABELS);
  }

  @Test
  void longNamesAreCut() {
    assertThat(named("x".repeat(1 << 20)).length()).isLessThan(400);
    assertThat(addressed(ATTRIBUTION, "x".repeat(1 << 20)).length()).isLessThan(400);
  }

  @Test
  void addressesBelongToWhatShowsThem() {
    assertThat(addressed(ATTRIBUTION, "10.244.1.1")).isEqualTo("shop/one (Pod)");
    assertThat(addressed(ATTRIBUTION, "10.244.1.2")).endsWith("shared-address");
    assertThat(addressed(ATTRIBUTION, "10.0.0.11")).isEqualTo("node n1, node-network");
    assertThat(addressed(ATTRIBUTION, "10.96.0.20")).endsWith("service-address");
    assertThat(addressed(ATTRIBUTION, "10.244.9.9")).endsWith("unknown-address");
    assertThat(addressed(ATTRIBUTION, "203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(addressed(ATTRIBUTION, "224.0.0.6")).endsWith("special-address");
    assertThat(addressed(ATTRIBUTION, "-")).endsWith("no-address");
  }

  @Test
  void declaredRangesDecideAboutPrivateAddresses() {
    Attribution declared =
        new Attribution(
            WORLD,
            new Cluster(
                List.of(Cidr.of("10.244.0.0/16")),
                List.of(Cidr.of("10.96.0.0/12")),
                List.of(Cidr.of("10.0.0.0/24"))),
            List.of());
    assertThat(addressed(declared, "10.244.9.9")).endsWith("unknown-address");
    assertThat(addressed(declared, "10.0.0.99")).endsWith("node-network");
    assertThat(addressed(declared, "10.97.0.1")).endsWith("service-address");
    assertThat(addressed(declared, "192.168.7.7")).isEqualTo("192.168.7.7");
  }

  @Test
  void hostNetworkIsNeverOneWorkload() {
    FlowEnd end = ATTRIBUTION.of(new ObservedEnd(EndKind.POD, "", "shop", "proxy", "", List.of()));
    assertThat(end.doubt()).isEqualTo(Doubt.NODE_NETWORK);
    assertThat(ATTRIBUTION.endpoint(end)).isEmpty();
  }
}
