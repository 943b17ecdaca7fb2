package dev.zonec.tests.apiserver;

import static dev.zonec.tests.endtoend.Run.zonec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.tests.endtoend.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code incident inspect} reads the objects of a real API server, which accepts the objects and
 * runs the commands of {@code incident snapshot}. Needs kubectl.
 */
final class EvidenceServerIT {
  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: data}
      ---
      apiVersion: storage.k8s.io/v1
      kind: StorageClass
      metadata: {name: fast}
      provisioner: csi.example
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: ledger, namespace: data}
      spec:
        storageClassName: fast
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: 10Gi}}
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: ledger, namespace: data}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: ledger-0, namespace: data, labels: {app: ledger}}
      spec:
        nodeName: node-3
        serviceAccountName: ledger
        automountServiceAccountToken: false
        volumes:
        - {name: data, persistentVolumeClaim: {claimName: ledger}}
        - {name: keys, secret: {secretName: ledger-keys}}
        containers:
        - name: ledger
          image: registry.example/ledger:2.0
          ports: [{containerPort: 5432}]
          resources: {requests: {cpu: 250m}}
          volumeMounts: [{name: data, mountPath: /data}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: ledger, namespace: data}
      spec:
        podSelector: {matchLabels: {app: ledger}}
        policyTypes: [Ingress]
      ---
      apiVersion: v1
      kind: Event
      metadata: {name: ledger-0.1, namespace: data}
      involvedObject: {apiVersion: v1, kind: Pod, name: ledger-0, namespace: data}
      type: Warning
      reason: BackOff
      message: Back-off restarting the container
      lastTimestamp: "2026-11-20T10:05:00Z"
      """;

  private static final String STATUS =
      "{\"status\":{\"phase\":\"Running\",\"startTime\":\"2026-11-20T10:00:00Z\","
          + "\"containerStatuses\":[{\"name\":\"ledger\",\"image\":\"registry.example/ledger:2.0\","
          + "\"imageID\":\"registry.example/ledger@"
          + DIGEST
          + "\",\"ready\":true,\"restartCount\":4,"
          + "\"state\":{\"running\":{\"startedAt\":\"2026-11-20T10:06:00Z\"}}}]}}";

  private static final String CLASSES =
      """
      apiVersion: snapshot.storage.k8s.io/v1
      kind: VolumeSnapshotClass
      metadata: {name: keep}
      driver: csi.example
      deletionPolicy: Retain
      """;

  @TempDir private static Path folder;
  @AutoClose private static @Nullable ApiServer server;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(Kubectl.isThere(), "kubectl is absent");
    ApiServer started = ApiServer.start(folder.resolve("server"), List.of());
    server = started;
    started.definePolicies();
    Path objects = Files.writeString(folder.resolve("objects.yaml"), OBJECTS);
    kubectl().shell("kubectl apply -f " + objects);
    kubectl()
        .shell(
            "kubectl patch pod -n data ledger-0 --subresource=status --type=merge -p '"
                + STATUS
                + "'");
  }

  @Test
  void inspectShowsTheObjectsOfTheServer() {
    Run run = zonec("incident", "inspect", "data/ledger-0", "-k", kubeconfig().toString());
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains(
            "data/ledger-0, Running, on node node-3",
            "started 2026-11-20T10:00:00Z",
            "service account ledger, no token",
            "Secrets ledger-keys",
            "claims ledger",
            "container ledger, running, 4 restarts",
            "registry.example/ledger@" + DIGEST,
            "cpu: requests 250m",
            "port tcp/5432",
            "selected by NetworkPolicy data/ledger",
            "2026-11-20T10:05:00Z",
            "Warning BackOff: Back-off restarting the container");
  }

  @Test
  void snapshotsAreAcceptedRestoredAndDeleted() throws Exception {
    assumeTrue(
        kubectl()
            .shell("kubectl api-resources --api-group=snapshot.storage.k8s.io -o name")
            .contains("volumesnapshots."),
        "the definitions of snapshots are absent: run tests/api-server/run build");
    Path classes = Files.writeString(folder.resolve("classes.yaml"), CLASSES);
    kubectl().shell("kubectl apply -f " + classes);
    Run printed =
        zonec(
            "incident",
            "snapshot",
            "data/ledger-0",
            "--id",
            "case-1",
            "-o",
            folder.resolve("evidence.yaml").toString(),
            "-k",
            kubeconfig().toString());
    assertThat(printed.exit()).as(printed.out() + printed.err()).isZero();
    kubectl().run("to take the snapshots:", printed);
    assertThat(
            kubectl()
                .shell(
                    "kubectl get volumesnapshot -n data -l zonec.dev/evidence=case-1 -o"
                        + " 'jsonpath={.items[*].spec}'"))
        .contains("\"persistentVolumeClaimName\":\"ledger\"", "\"keep\"");
    String snapshot =
        kubectl()
            .shell("kubectl get volumesnapshot -n data -l zonec.dev/evidence=case-1 -o name")
            .strip();
    // The server has no driver that takes the snapshot.
    kubectl()
        .shell(
            "kubectl patch -n data "
                + snapshot
                + " --subresource=status --type=merge -p '{\"status\":{\"readyToUse\":true}}'");
    kubectl().run("to wait until they are ready:", printed);
    kubectl().run("to restore them:", printed);
    String claims = "kubectl get pvc -n data -l zonec.dev/restored-from=case-1 -o ";
    assertThat(kubectl().shell(claims + "'jsonpath={.items[*].spec.dataSource}'"))
        .contains(snapshot.substring(snapshot.indexOf('/') + 1), "VolumeSnapshot");
    assertThat(kubectl().shell(claims + "'jsonpath={.items[*].spec.resources}'")).contains("10Gi");
    // The server has no controller that removes the protection of claims.
    kubectl()
        .shell(
            "kubectl patch -n data "
                + kubectl().shell(claims + "name").strip()
                + " --type=merge -p '{\"metadata\":{\"finalizers\":null}}'");
    kubectl().run("to delete them:", printed);
    assertThat(kubectl().shell("kubectl get volumesnapshot,pvc -n data -o name").lines())
        .containsExactly("persistentvolumeclaim/ledger");
  }

  private static Kubectl kubectl() {
    return new Kubectl(folder, kubeconfig());
  }

  private static Path kubeconfig() {
    return Objects.requireNonNull(server).kubeconfig();
  }
}
