package dev.zonec.tests.endtoend;

import static dev.zonec.tests.endtoend.Run.example;
import static dev.zonec.tests.endtoend.Run.zonec;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads a running cluster like a user, against a mock API server. */
final class LiveClusterTest {
  private static final String ZONES = example("online-boutique/zones");
  private static final String K8S = example("online-boutique/k8s");
  private static final String POLICIES = "/apis/networking.k8s.io/v1/networkpolicies";

  /** A program about one namespace that does not depend on others. */
  private static final String SHOP =
      """
      module shop
      defaults { ingress deny  egress deny  dns deny  unzoned deny }
      zone shop { namespace shop }
      zone web in shop { pods app=web }
      zone db  in shop { pods app=db }
      allow web -> db : tcp/5432
      assert only: only web -> db : tcp/5432
      assert leak: no path db ~> internet
      assert works: reachable web -> db : tcp/5432
      """;

  @TempDir private Path dir;
  private MockCluster cluster;
  private String kubeconfig;

  @BeforeEach
  void start() {
    cluster = new MockCluster();
    kubeconfig = cluster.kubeconfig(dir);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private void boutique() {
    cluster.apply(Path.of(K8S));
    Path out = dir.resolve("out");
    assertThat(zonec("compile", ZONES, "-m", K8S, "-o", out.toString()).exit()).isZero();
    cluster.apply(out);
  }

  private String shop(String... more) throws IOException {
    cluster.apply("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
    cluster.apply("{apiVersion: v1, kind: Namespace, metadata: {name: pay}}");
    Path file = Files.writeString(dir.resolve("shop.zone"), SHOP + String.join("\n", more) + "\n");
    Path out = dir.resolve("shop-out");
    Run compiled = zonec("compile", file.toString(), "-o", out.toString());
    assertThat(compiled.exit()).as(compiled.err()).isZero();
    cluster.apply(out);
    return file.toString();
  }

  @Test
  void policiesOfTheClusterAreProved() {
    boutique();
    Run run = zonec("verify", ZONES, "-k", kubeconfig);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("as written: 14 generated and 0 hand-written policies")
        .contains("20 assertions: 20 proved");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void answersEqualThoseForTheManifests() {
    boutique();
    Run live = zonec("query", "* -> *", "-k", kubeconfig);
    Run files = zonec("query", "* -> *", "-m", K8S, "-m", dir.resolve("out").toString());
    assertThat(live.exit()).isZero();
    assertThat(live.out()).isEqualTo(files.out()).contains("shop/cartservice");
  }

  @Test
  void aLeakIsShownInTheCluster() {
    boutique();
    cluster.apply(Path.of(example("online-boutique/leaky")));
    Run run = zonec("verify", ZONES, "-k", kubeconfig);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("lateral path exists: redis ~> internet")
        .containsPattern(
            "NetworkPolicy shop/redis-cart   cluster mock: NetworkPolicy shop/redis-cart:\\d+  "
                + " `egress");
  }

  @Test
  void compileUsesTheNamespacesOfTheCluster() throws IOException {
    cluster.apply(
        "{apiVersion: v1, kind: Namespace, metadata: {name: a, labels: {team: x}}}\n---\n"
            + "{apiVersion: v1, kind: Namespace, metadata: {name: b, labels: {team: x}}}");
    Path file =
        Files.writeString(
            dir.resolve("team.zone"),
            "module t\nzone x { namespaces team=x }\nallow x -> x : tcp/80\n");
    Run run = zonec("compile", file.toString(), "-k", kubeconfig);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("namespace: a", "namespace: b");
  }

  @Test
  void theApiServerIsReadByNameIfItsNamespaceIsNotSelected() throws IOException {
    cluster.apply("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
    String program =
        Files.writeString(
                dir.resolve("api.zone"),
                SHOP
                    + "cluster { pods 10.244.0.0/16 }\n"
                    + "allow web -> apiserver : tcp/6443\n"
                    + "assert calls: reachable web -> apiserver : tcp/6443\n")
            .toString();
    for (String name : List.of("kubernetes", "dashboard")) {
      String address = name.equals("kubernetes") ? "172.18.0.2" : "172.18.0.3";
      cluster.apply(
          "{apiVersion: v1, kind: Endpoints, metadata: {name: "
              + name
              + ", namespace: default}, subsets: [{addresses: [{ip: "
              + address
              + "}], ports: [{port: 6443}]}]}");
      cluster.apply(
          "{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: "
              + name
              + ", namespace: default, labels: {kubernetes.io/service-name: "
              + name
              + "}}, addressType: IPv4, endpoints: [{addresses: ["
              + address
              + "]}], ports: [{port: 6443}]}");
    }
    Run part = zonec("verify", program, "-k", kubeconfig, "-n", "shop");
    assertThat(part.out())
        .as(part.err())
        .contains("apiserver is 172.18.0.2 (cluster mock: ")
        .doesNotContain("172.18.0.3");
    Run all = zonec("verify", program, "-k", kubeconfig);
    assertThat(all.out()).as(all.err()).contains("apiserver is 172.18.0.2 (cluster mock: ");
  }

  @Test
  void withoutItsEndpointsTheApiServerIsUnknown() throws IOException {
    cluster.apply("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
    Path file =
        Files.writeString(dir.resolve("api.zone"), SHOP + "allow web -> apiserver : tcp/6443\n");
    Run run = zonec("verify", file.toString(), "-k", kubeconfig, "-n", "shop");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("error[ZC0311]");
  }

  @Test
  void aForbiddenKindMakesVerdictsInconclusive() {
    boutique();
    cluster.refuses(POLICIES, 403, "User me cannot list resource networkpolicies");
    Run run = zonec("verify", ZONES, "-k", kubeconfig);
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err())
        .contains("error[ZC0643]: networkpolicies were not read: 403 Forbidden")
        .contains("--> cluster mock");
    cluster.refuses("/api/v1/pods", 403, "no");
    assertThat(zonec("query", "* -> shop/redis-cart", "-k", kubeconfig).exit()).isEqualTo(4);
  }

  @Test
  void missingKindsCanBeAccepted() {
    boutique();
    cluster.refuses("/api/v1/nodes", 403, "no");
    assertThat(zonec("verify", ZONES, "-k", kubeconfig).exit()).isEqualTo(4);
    Run run = zonec("verify", ZONES, "-k", kubeconfig, "--skip-unreadable");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("warning[ZC0643]: nodes were not read: 403 Forbidden");
  }

  @Test
  void aPolicyThatIsNotModelledIsAGap() {
    boutique();
    cluster.discovers(
        """
        {"kind": "APIGroupDiscoveryList", "items": [{"metadata": {"name": "cilium.io"},
          "versions": [{"version": "v2", "freshness": "Current", "resources": [
            {"resource": "ciliumnetworkpolicies", "scope": "Namespaced", "verbs": ["list"],
             "responseKind": {"kind": "CiliumNetworkPolicy"}}]}]}]}
        """);
    cluster.answers(
        "/apis/cilium.io/v2/ciliumnetworkpolicies?limit=500",
        200,
        """
        {"items": [{"apiVersion": "cilium.io/v2", "kind": "CiliumNetworkPolicy",
          "metadata": {"name": "l7", "namespace": "shop"}}]}
        """);
    Run run = zonec("verify", ZONES, "-k", kubeconfig);
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err())
        .contains("error[ZC0511]: CiliumNetworkPolicy shop/l7 is not modelled")
        .contains("--> cluster mock: CiliumNetworkPolicy shop/l7:1:1");
    assertThat(zonec("verify", ZONES, "-k", kubeconfig, "--ignore", "CiliumNetworkPolicy").exit())
        .isZero();
  }

  @Test
  void theSummaryReportsUnreadNamespaces() throws IOException {
    String zones = shop();
    Run run = zonec("verify", zones, "-k", kubeconfig, "-n", "shop");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("read in part: the policies of 1 namespace were not read");
  }

  @Test
  void connectionsThatUnreadPoliciesCanDenyAreNotProved() throws IOException {
    String zones =
        shop("external bank { namespace pay pods app=api }", "allow web -> bank : tcp/443");
    cluster.apply(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: closed, namespace: pay}
        spec: {podSelector: {}, policyTypes: [Ingress]}
        """);
    Run part = zonec("verify", zones, "-k", kubeconfig, "-n", "shop");
    assertThat(part.exit()).isEqualTo(4);
    assertThat(part.err())
        .contains(
            "`no blocked flow` is inconclusive: the policies of namespace `pay` were not read");
    assertThat(part.out()).contains("no undeclared connection: proved", "3 assertions: 3 proved");
    Run whole = zonec("verify", zones, "-k", kubeconfig, "-n", "shop", "-n", "pay");
    assertThat(whole.exit()).isEqualTo(1);
    assertThat(whole.err()).contains("a declared flow is blocked");
  }

  /**
   * The compiled policies of a namespace that was not read prove nothing, because other policies of
   * this namespace can add permissions.
   */
  @Test
  void connectionsThatUnreadPoliciesCanAllowAreNotProved() throws IOException {
    String zones = shop("zone pay { namespace pay }");
    cluster.apply(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: open, namespace: pay}
        spec: {podSelector: {}, ingress: [{}], egress: [{}], policyTypes: [Ingress, Egress]}
        """);
    for (String mode : new String[] {"--plan", "--as-written"}) {
      Run part = zonec("verify", zones, "-k", kubeconfig, "-n", "shop", mode);
      assertThat(part.exit()).as(mode).isEqualTo(4);
      assertThat(part.out()).contains("no undeclared connection: inconclusive");
      Run whole = zonec("verify", zones, "-k", kubeconfig, "-A", mode);
      assertThat(whole.exit()).as(mode).isEqualTo(1);
    }
  }

  @Test
  void partialAnswersAreReported() throws IOException {
    shop();
    Run run = zonec("query", "* -> 10.0.0.1", "-k", kubeconfig, "-n", "shop");
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("the answer covers only the namespaces that were read");
    assertThat(
            zonec("query", "* -> 10.0.0.1", "-k", kubeconfig, "-n", "shop", "--skip-unreadable")
                .exit())
        .isZero();
  }

  @Test
  void unknownNamespacesAreReported() throws IOException {
    String zones = shop();
    Run run = zonec("verify", zones, "-k", kubeconfig, "-n", "shpo");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("there is no namespace `shpo`", "did you mean `shop`?");
  }

  @Test
  void refusedCredentialsEndTheRun() throws IOException {
    String zones = shop();
    cluster.refuses("/api/v1/namespaces", 401, "Unauthorized");
    for (String command : new String[] {"verify", "compile"}) {
      Run run = zonec(command, zones, "-k", kubeconfig, "--skip-unreadable");
      assertThat(run.exit()).as(command).isEqualTo(3);
      assertThat(run.err()).contains("does not accept the credentials").doesNotContain("s3cr3t");
    }
    assertThat(zonec("query", "* -> *", "-k", kubeconfig).exit()).isEqualTo(3);
  }

  @Test
  void optionsForClustersNeedACluster() {
    assertThat(zonec("query", "* -> *", "-m", K8S, "-n", "shop").exit()).isEqualTo(2);
    assertThat(zonec("query", "* -> *", "-m", K8S, "-A").exit()).isEqualTo(2);
    assertThat(zonec("query", "* -> *", "-m", K8S, "--context", "x").exit()).isEqualTo(2);
    assertThat(zonec("query", "* -> *", "-k", kubeconfig, "-A", "-n", "x").exit()).isEqualTo(2);
    Run run = zonec("query", "* -> *", "-k", kubeconfig, "--context", "mokc");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("there is no context `mokc`", "did you mean `mock`?");
  }
}
