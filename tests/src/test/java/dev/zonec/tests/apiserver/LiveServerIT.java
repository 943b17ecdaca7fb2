package dev.zonec.tests.apiserver;

import static dev.zonec.tests.endtoend.Run.zonec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.live.ClusterReader;
import dev.zonec.kubernetes.live.ClusterReading;
import dev.zonec.kubernetes.live.ClusterSource;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.kubernetes.live.ReadingProgress;
import dev.zonec.kubernetes.live.Scope;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads a real API server with {@code -k}. The tests share one server; its content grows from test
 * to test.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class LiveServerIT {
  private static final String ZONES = Run.ROOT.resolve("examples/online-boutique/zones").toString();
  private static final Path K8S = Run.ROOT.resolve("examples/online-boutique/k8s");
  private static final int MANY = 10_000;

  /** A role that can list some of the kinds. */
  private static final String HALF =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: half}
      rules:
      - {apiGroups: [""], resources: [namespaces, pods, services, endpoints], verbs: [list]}
      - {apiGroups: [networking.k8s.io], resources: [networkpolicies], verbs: [list]}
      - {apiGroups: [apps], resources: [deployments, daemonsets], verbs: [list]}
      - apiGroups: [policy.networking.k8s.io]
        resources: [adminnetworkpolicies]
        verbs: [list]
      """;

  @TempDir private static Path folder;
  @AutoClose private static @Nullable ApiServer server;
  private static Path compiled;

  @BeforeAll
  static void start() throws Exception {
    ApiServer started =
        ApiServer.start(
            folder.resolve("server"),
            List.of("half-token,half,2"),
            // Otherwise pages come from a cache, which can return old states for a while.
            "--feature-gates=ListFromCacheSnapshot=false");
    server = started;
    started.definePolicies();
    started.apply(K8S);
    compiled = folder.resolve("compiled");
    Run run = zonec("compile", ZONES, "-m", K8S.toString(), "-o", compiled.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    started.apply(compiled);
  }

  private static ApiServer api() {
    return Objects.requireNonNull(server);
  }

  private static String admin() {
    return api().kubeconfig().toString();
  }

  @Test
  @Order(1)
  void policiesOfTheClusterAreProved() {
    Run run = zonec("verify", ZONES, "-k", admin());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("20 assertions: 20 proved");
  }

  @Test
  @Order(2)
  void answersEqualThoseForTheManifests() {
    Run live = zonec("query", "* -> *", "-k", admin());
    Run files = zonec("query", "* -> *", "-m", K8S.toString(), "-m", compiled.toString());
    assertThat(live.exit()).as(live.err()).isZero();
    assertThat(live.out()).isEqualTo(files.out()).contains("shop/cartservice");
  }

  /**
   * An export has fields that the server added; the manifest reader and the cluster reader accept
   * both.
   */
  @Test
  @Order(3)
  void answersForAnExportEqualThoseForTheCluster() throws Exception {
    api()
        .create(
            ServedPolicy.CLUSTER_BETA,
            """
            apiVersion: policy.networking.k8s.io/v1beta1
            kind: ClusterNetworkPolicy
            metadata: {name: no-metadata-service}
            spec:
              tier: Admin
              priority: 5
              subject: {namespaces: {}}
              egress:
              - {action: Deny, to: [{networks: [169.254.169.254/32]}]}
            """);
    api()
        .send(
            "PATCH",
            "/apis/policy.networking.k8s.io/v1beta1/clusternetworkpolicies/no-metadata-service/status",
            """
            {"status": {"conditions": [{"type": "Programmed", "status": "True", "reason": "Done",
              "message": "", "lastTransitionTime": "2026-01-01T00:00:00Z"}]}}
            """,
            "application/merge-patch+json");
    Path export = Files.createDirectories(folder.resolve("export"));
    List<String> paths =
        List.of(
            "/api/v1/namespaces",
            "/api/v1/services",
            "/api/v1/endpoints",
            "/apis/discovery.k8s.io/v1/endpointslices",
            "/apis/apps/v1/deployments",
            "/apis/networking.k8s.io/v1/networkpolicies",
            "/apis/policy.networking.k8s.io/v1beta1/clusternetworkpolicies");
    for (int i = 0; i < paths.size(); i++) {
      ApiServer.Answer answer = api().get(paths.get(i));
      assertThat(answer.accepted()).as(paths.get(i)).isTrue();
      Files.writeString(export.resolve(i + ".json"), answer.body());
    }
    assertThat(Files.readString(export.resolve("6.json"))).contains("\"conditions\"", "uid");
    Run live = zonec("query", "* -> *", "-k", admin());
    Run files = zonec("query", "* -> *", "-m", export.toString());
    assertThat(files.exit()).as(files.err()).isZero();
    assertThat(live.out()).isEqualTo(files.out());
    assertThat(zonec("query", "* -> 169.254.169.254", "-k", admin()).out())
        .isEqualTo(zonec("query", "* -> 169.254.169.254", "-m", export.toString()).out());
  }

  @Test
  @Order(4)
  void anUntrustedCertificateIsRefused() throws Exception {
    Path kubeconfig =
        api().kubeconfig(folder.resolve("wrong-ca"), "token: half-token", api().otherAuthority());
    for (String[] command : new String[][] {{"verify", ZONES}, {"query", "* -> *"}}) {
      Run run = zonec(command[0], command[1], "-k", kubeconfig.toString(), "--skip-unreadable");
      assertThat(run.exit()).isEqualTo(3);
      assertThat(run.err())
          .contains("error[ZC0641]", "cannot be read", "certificate authority")
          .doesNotContain("half-token", "Exception");
    }
  }

  @Test
  @Order(5)
  void anUnknownTokenIsRefused() throws Exception {
    Path kubeconfig =
        api().kubeconfig(folder.resolve("wrong-token"), "token: s3cr3t", api().authority());
    Run run = zonec("verify", ZONES, "-k", kubeconfig.toString(), "--skip-unreadable");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("error[ZC0641]", "does not accept the credentials")
        .doesNotContain("s3cr3t");
  }

  @Test
  @Order(6)
  void eachForbiddenKindIsNamed() throws Exception {
    api().create("/apis/rbac.authorization.k8s.io/v1/clusterroles", HALF);
    api().bind("half", "kind: User, name: half");
    Path kubeconfig =
        api().kubeconfig(folder.resolve("half"), "token: half-token", api().authority());
    Run run = zonec("verify", ZONES, "-k", kubeconfig.toString());
    assertThat(run.exit()).isEqualTo(4);
    for (String each :
        List.of(
            "nodes",
            "statefulsets",
            "replicasets",
            "replicationcontrollers",
            "cronjobs",
            "jobs",
            "clusternetworkpolicies",
            "baselineadminnetworkpolicies")) {
      assertThat(run.err()).contains("error[ZC0643]: " + each + " were not read: 403 Forbidden");
    }
    for (String each :
        List.of("deployments", "pods", "services", "networkpolicies", " adminnetworkpolicies")) {
      assertThat(run.err()).doesNotContain(": " + each.strip() + " were not read");
    }
    assertThat(run.err()).contains("the permission to `list` nodes");
    Run accepted = zonec("verify", ZONES, "-k", kubeconfig.toString(), "--skip-unreadable");
    assertThat(accepted.exit()).as(accepted.err()).isZero();
  }

  /** Uses the token of a service account, as a pod in the cluster would. */
  @Test
  @Order(7)
  void theTokenOfAServiceAccountReads() throws Exception {
    api()
        .create(
            "/api/v1/namespaces/default/serviceaccounts",
            "{apiVersion: v1, kind: ServiceAccount, metadata: {name: reader}}");
    api()
        .create(
            "/apis/rbac.authorization.k8s.io/v1/clusterroles",
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: all}
            rules: [{apiGroups: ["*"], resources: ["*"], verbs: [list]}]
            """);
    api().bind("all", "kind: ServiceAccount, name: reader, namespace: default");
    Path token = Files.writeString(folder.resolve("token"), api().tokenOf("reader"));
    Path kubeconfig =
        api().kubeconfig(folder.resolve("account"), "tokenFile: " + token, api().authority());
    Run run = zonec("query", "* -> *", "-k", kubeconfig.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(zonec("query", "* -> *", "-k", admin()).out());
  }

  @Test
  @Order(7)
  void missingCredentialsAreReported() throws Exception {
    Path kubeconfig = api().kubeconfig(folder.resolve("nobody"), "", api().authority());
    Run run = zonec("verify", ZONES, "-k", kubeconfig.toString());
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("does not know who is asking").doesNotContain("ZC0643");
  }

  /** Impersonates a user, like {@code kubectl --as}. */
  @Test
  @Order(7)
  void impersonationWorks() throws Exception {
    Path kubeconfig =
        api()
            .kubeconfig(
                folder.resolve("as"), "token: " + api().token() + ", as: half", api().authority());
    Run run = zonec("query", "* -> *", "-k", kubeconfig.toString());
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("User \"half\" cannot list resource \"nodes\"");
  }

  /** An object of an unknown kind is a gap if it selects pods. */
  @Test
  @Order(8)
  void unknownKindsThatSelectPodsAreGaps() throws Exception {
    api()
        .define(
            "Fence", "fences", "podSelector: {type: object, properties: {app: {type: string}}}");
    api().define("Diary", "diaries", "entry: {type: string}");
    api()
        .create(
            "/apis/example.org/v1/namespaces/shop/fences",
            """
            apiVersion: example.org/v1
            kind: Fence
            metadata: {name: high, namespace: shop}
            spec: {podSelector: {app: web}}
            """);
    api()
        .create(
            "/apis/example.org/v1/namespaces/shop/diaries",
            """
            apiVersion: example.org/v1
            kind: Diary
            metadata: {name: dear, namespace: shop}
            spec: {entry: nothing}
            """);
    Run run = zonec("verify", ZONES, "-k", admin());
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err())
        .contains("Fence shop/high is not modelled", "its `podSelector` selects pods")
        .doesNotContain("Diary");
    Path kubeconfig =
        api().kubeconfig(folder.resolve("half2"), "token: half-token", api().authority());
    assertThat(zonec("verify", ZONES, "-k", kubeconfig.toString()).err())
        .contains("fences were not read: 403 Forbidden")
        .doesNotContain("diaries");
  }

  @Test
  @Order(9)
  void tenThousandObjectsAreReadInPages() throws Exception {
    createMany();
    List<Integer> counts = new ArrayList<>();
    ClusterReading.Read read = read(counts::add);
    assertThat(policies(read)).hasSize(MANY + before()).contains("many/p00000", "many/p09999");
    assertThat(counts).hasSizeGreaterThan(MANY / 500);
    Run run = zonec("query", "many/x -> many/y", "-k", admin(), "--skip-unreadable");
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).doesNotContain("were not read");
  }

  /** All pages together are the state at one moment. */
  @Test
  @Order(10)
  void objectsThatAreDeletedDuringPagingAreRead() throws Exception {
    ClusterReading.Read read =
        read(
            count -> {
              if (count == 500) {
                api().delete("/apis/networking.k8s.io/v1/namespaces/many/networkpolicies/p09999");
              }
            });
    assertThat(policies(read)).contains("many/p09999").hasSize(MANY + before());
    assertThat(policies(read(count -> {})))
        .doesNotContain("many/p09999")
        .hasSize(MANY + before() - 1);
  }

  /** If the server forgets the state of the first pages, the listing starts again. */
  @Test
  @Order(11)
  void anExpiredListIsReadAgain() throws Exception {
    List<Integer> counts = new ArrayList<>();
    ClusterReading.Read read =
        read(
            count -> {
              counts.add(count);
              if (counts.size() == 2) {
                api().delete("/apis/networking.k8s.io/v1/namespaces/many/networkpolicies/p00000");
                api().compact();
              }
            });
    assertThat(counts.subList(0, 3)).containsExactly(500, 1000, 500);
    assertThat(policies(read))
        .doesNotContain("many/p00000")
        .contains("many/p00001")
        .hasSize(MANY + before() - 2);
  }

  private static int before() {
    try {
      return PolicyText.below(compiled).size();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void createMany() throws Exception {
    api().create("/api/v1/namespaces", "{apiVersion: v1, kind: Namespace, metadata: {name: many}}");
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> all =
          IntStream.range(0, MANY)
              .<Future<?>>mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            api()
                                .create(
                                    ServedPolicy.NETWORK_POLICY,
                                    """
                                    apiVersion: networking.k8s.io/v1
                                    kind: NetworkPolicy
                                    metadata: {name: p%05d, namespace: many}
                                    spec: {podSelector: {matchLabels: {app: a%d}}}
                                    """
                                        .formatted(i, i));
                            return null;
                          }))
              .toList();
      for (Future<?> each : all) {
        each.get();
      }
    }
  }

  /** An action after each page of policies; it receives the number of policies so far. */
  private interface AfterPage {
    void read(int policies) throws Exception;
  }

  private static ClusterReading.Read read(AfterPage after) {
    ReadingProgress progress =
        new ReadingProgress() {
          private int first = -1;

          @Override
          public void at(String cluster, String resource, int objects) {
            if (resource.equals("networkpolicies")) {
              first = first < 0 ? Math.max(0, objects - 500) : first;
              try {
                after.read(objects - first);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            }
          }

          @Override
          public void finished() {}
        };
    ClusterSource source =
        new ClusterSource(
            new ClusterSource.Kubeconfig.InFile(api().kubeconfig()),
            new ClusterSource.Context.Current(),
            Duration.ofSeconds(60));
    ClusterReading reading =
        ClusterReader.read(source, new Scope.Everywhere(), ReadExtent.ALL_OBJECTS, progress);
    assertThat(reading).isInstanceOf(ClusterReading.Read.class);
    ClusterReading.Read read = (ClusterReading.Read) reading;
    assertThat(read.unread()).isEmpty();
    return read;
  }

  private static TreeSet<String> policies(ClusterReading.Read read) {
    TreeSet<String> names = new TreeSet<>();
    for (SourceText text : read.texts()) {
      int at = text.name().indexOf(": NetworkPolicy ");
      if (at >= 0) {
        names.add(text.name().substring(at + ": NetworkPolicy ".length()));
      }
    }
    return names;
  }
}
