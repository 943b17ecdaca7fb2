package dev.zonec.tests.apiserver;

import static dev.zonec.tests.endtoend.Run.zonec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.apiserver.ApiServer.Answer;
import dev.zonec.tests.endtoend.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real API server with the admission policies that {@code compile --emit admission} writes: it
 * refuses a tenant who sets pinned labels, and admits everybody else.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class LabelServerIT {
  private static final Path CASE = Run.ROOT.resolve("spec/cases/runs/adversary/admission");
  private static final String MERGE = "application/merge-patch+json";
  private static final String YAML = "application/yaml";
  private static final String PODS = "/api/v1/namespaces/shop/pods";
  private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/shop/deployments";
  private static final String REFUSED =
      "label tier may be set only by group platform, service account ci/deployer, group"
          + " system:masters (module shop)";

  @TempDir private static Path folder;
  @AutoClose private static @Nullable ApiServer server;

  @BeforeAll
  static void start() throws Exception {
    ApiServer started =
        ApiServer.start(
            folder.resolve("server"),
            List.of(
                "tenant-token,tenant,2,\"tenants\"",
                "platform-token,ann,3,\"platform\"",
                "deployer-token,system:serviceaccount:ci:deployer,4",
                "rs-token,system:serviceaccount:kube-system:replicaset-controller,5",
                "deploy-token,system:serviceaccount:kube-system:deployment-controller,6"));
    server = started;
    for (String namespace : List.of("shop", "labs")) {
      started.create(
          "/api/v1/namespaces",
          "{apiVersion: v1, kind: Namespace, metadata: {name: " + namespace + "}}");
    }
    started.bind(
        "system:aggregate-to-edit",
        "kind: Group, name: tenants, apiGroup: rbac.authorization.k8s.io}, {kind: Group, name:"
            + " platform, apiGroup: rbac.authorization.k8s.io}, {kind: ServiceAccount, name:"
            + " deployer, namespace: ci");
    started.create(
        "/apis/rbac.authorization.k8s.io/v1/clusterroles",
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: more}
        rules:
        - {apiGroups: [""], resources: [pods/status, namespaces, namespaces/status], verbs: [patch]}
        - {apiGroups: [apps], resources: [controllerrevisions], verbs: [create]}
        """);
    started.bind("more", "kind: Group, name: tenants, apiGroup: rbac.authorization.k8s.io");
  }

  private static Answer as(String who, String method, String path, String body, String type)
      throws Exception {
    return Objects.requireNonNull(server).sendAs(who + "-token", method, path, body, type);
  }

  private static Answer create(String who, String path, String yaml) throws Exception {
    return as(who, "POST", path, yaml, YAML);
  }

  private static Answer label(String who, String path, String labels) throws Exception {
    return as(who, "PATCH", path, "{\"metadata\": {\"labels\": {" + labels + "}}}", MERGE);
  }

  private static String pod(String name, String namespace, String labels) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s, namespace: %s, labels: {%s}}
    spec: {containers: [{name: c, image: example.org/c}]}
    """
        .formatted(name, namespace, labels);
  }

  private static String deployment(String name, String labels) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %1$s, namespace: shop}
    spec:
      selector: {matchLabels: {app: %1$s}}
      template:
        metadata: {labels: {app: %1$s%2$s}}
        spec: {containers: [{name: c, image: example.org/c}]}
    """
        .formatted(name, labels);
  }

  private static void isRefused(Answer answer, String message) {
    assertThat(answer.status()).as(answer.message()).isIn(403, 422);
    assertThat(answer.message()).contains(message);
  }

  private static void isAdmitted(Answer answer) {
    assertThat(answer.accepted()).as(answer.message()).isTrue();
  }

  /** Without policies, a tenant joins any zone. This is what they protect from. */
  @Test
  @Order(1)
  void withoutPoliciesATenantJoinsZones() throws Exception {
    isAdmitted(create("tenant", PODS, pod("loose", "shop", "app: loose")));
    isAdmitted(label("tenant", PODS + "/loose", "\"tier\": \"web\""));
    isAdmitted(create("tenant", PODS, pod("web", "shop", "tier: web")));
    isAdmitted(label("tenant", PODS + "/loose", "\"tier\": null"));
  }

  @Test
  @Order(2)
  void theServerTakesTheEmittedPolicies() throws Exception {
    Path out = folder.resolve("policies");
    Run compiled =
        zonec(
            "compile",
            CASE.resolve("shop.zone").toString(),
            "-m",
            CASE.resolve("k8s.yaml").toString(),
            "--emit",
            "admission",
            "-o",
            out.toString());
    assertThat(compiled.exit()).as(compiled.err()).isZero();
    for (String name : List.of("shop-label-tier", "shop-label-lab", "shop-disjoint")) {
      String[] documents =
          Files.readString(out.resolve("_cluster/" + name + ".yaml")).split("---\n", -1);
      String api = "/apis/admissionregistration.k8s.io/v1/";
      Objects.requireNonNull(server).create(api + "validatingadmissionpolicies", documents[0]);
      Objects.requireNonNull(server)
          .create(api + "validatingadmissionpolicybindings", documents[1]);
    }
    // Policies come into force after a moment.
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    for (String labels : List.of("\"tier\": \"probe\"", "\"lab\": \"probe\"")) {
      while (label("tenant", PODS + "/loose?dryRun=All", labels).accepted()) {
        assertThat(System.nanoTime()).as("the policies are not in force").isLessThan(end);
        Thread.sleep(200);
      }
    }
    while (create(
            "platform",
            "/api/v1/namespaces/labs/pods?dryRun=All",
            pod("p", "labs", "lab: a, tier: web"))
        .accepted()) {
      assertThat(System.nanoTime()).as("zones are not kept apart").isLessThan(end);
      Thread.sleep(200);
    }
  }

  @Test
  @Order(3)
  void aTenantCannotSetAPinnedLabel() throws Exception {
    isRefused(label("tenant", PODS + "/loose", "\"tier\": \"web\""), REFUSED);
    isRefused(label("tenant", PODS + "/web", "\"tier\": \"db\""), REFUSED);
    isRefused(label("tenant", PODS + "/web", "\"tier\": null"), REFUSED);
    isRefused(label("tenant", PODS + "/loose/status", "\"tier\": \"web\""), REFUSED);
    isRefused(create("tenant", PODS, pod("own", "shop", "tier: db")), REFUSED);
    isRefused(create("tenant", DEPLOYMENTS, deployment("own", ", tier: db")), REFUSED);
    isRefused(label("tenant", "/api/v1/namespaces/shop", "\"tier\": \"db\""), REFUSED);
    isRefused(
        create(
            "tenant",
            "/apis/apps/v1/namespaces/shop/controllerrevisions",
            """
            apiVersion: apps/v1
            kind: ControllerRevision
            metadata: {name: r, namespace: shop}
            revision: 1
            data: {spec: {template: {metadata: {labels: {tier: db}}}}}
            """),
        "a ControllerRevision may set label tier");
    isRefused(
        create(
            "tenant",
            "/apis/batch/v1/namespaces/shop/cronjobs",
            """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: night, namespace: shop}
            spec:
              schedule: "0 0 * * *"
              jobTemplate:
                spec:
                  template:
                    metadata: {labels: {tier: db}}
                    spec: {restartPolicy: Never, containers: [{name: c, image: example.org/c}]}
            """),
        REFUSED);
  }

  @Test
  @Order(4)
  void whatATenantMayDoIsAdmitted() throws Exception {
    isAdmitted(label("tenant", PODS + "/web", "\"app\": \"web\""));
    isAdmitted(label("tenant", PODS + "/web", "\"tier\": \"web\""));
    isAdmitted(create("tenant", PODS, pod("plain", "shop", "app: plain")));
    isAdmitted(create("tenant", DEPLOYMENTS, deployment("plain", "")));
    isAdmitted(
        as(
            "tenant",
            "PATCH",
            "/api/v1/namespaces/shop/pods/web",
            "{\"spec\": {\"containers\": [{\"name\": \"c\", \"image\": \"example.org/d\"}]}}",
            "application/strategic-merge-patch+json"));
    // Whoever deploys in this namespace may set this label.
    isAdmitted(create("tenant", "/api/v1/namespaces/labs/pods", pod("a", "labs", "lab: a")));
    isRefused(create("tenant", PODS, pod("b", "shop", "lab: a")), "label lab may be set only by");
  }

  @Test
  @Order(5)
  void setterAndControllersAreAdmitted() throws Exception {
    isAdmitted(label("platform", PODS + "/loose", "\"tier\": \"db\""));
    isAdmitted(label("platform", PODS + "/loose", "\"tier\": null"));
    isAdmitted(create("deployer", DEPLOYMENTS, deployment("db", ", tier: db")));
    // A tenant may change a Deployment with the label, and not the label.
    isAdmitted(as("tenant", "PATCH", DEPLOYMENTS + "/db", "{\"spec\": {\"replicas\": 2}}", MERGE));
    isRefused(
        as(
            "tenant",
            "PATCH",
            DEPLOYMENTS + "/db",
            "{\"spec\": {\"template\": {\"metadata\": {\"labels\": {\"tier\": \"web\"}}}}}",
            MERGE),
        REFUSED);
    isAdmitted(create("rs", PODS, pod("db-1", "shop", "app: db, tier: db")));
    isAdmitted(
        create(
            "deploy",
            "/apis/apps/v1/namespaces/shop/replicasets",
            deployment("rs", ", tier: db").replace("kind: Deployment", "kind: ReplicaSet")));
  }

  @Test
  @Order(6)
  void noPodIsInTwoZones() throws Exception {
    isRefused(
        create("platform", "/api/v1/namespaces/labs/pods", pod("c", "labs", "lab: a, tier: web")),
        "a pod cannot be in zone blue and in zone green (module shop)");
    isRefused(
        label("platform", "/api/v1/namespaces/labs/pods/a", "\"tier\": \"web\""),
        "a pod cannot be in zone blue and in zone green (module shop)");
  }

  /** The server compiles all expressions, and finds no type that is wrong for a pod. */
  @Test
  @Order(7)
  void whatTheServerStoresIsWhatWasWritten() throws Exception {
    Answer answer =
        Objects.requireNonNull(server)
            .get(
                "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies/shop-label-tier");
    Path served = Files.writeString(folder.resolve("served.json"), answer.body());
    Answer binding =
        Objects.requireNonNull(server)
            .get(
                "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings/shop-label-tier");
    Path bound = Files.writeString(folder.resolve("bound.json"), binding.body());
    Run verified =
        zonec(
            "verify",
            CASE.resolve("shop.zone").toString(),
            "-m",
            CASE.resolve("k8s.yaml").toString(),
            "-m",
            served.toString(),
            "-m",
            bound.toString(),
            "--adversary",
            "relabel");
    assertThat(verified.out()).as(verified.err()).contains("only_web   robust");
  }
}
