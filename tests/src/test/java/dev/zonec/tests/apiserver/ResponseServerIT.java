package dev.zonec.tests.apiserver;

import static dev.zonec.tests.endtoend.Run.zonec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The commands that {@code incident quarantine} and {@code incident block} print are run against a
 * real API server. zonec then proves from the server that the change works, and the commands that
 * undo it restore what was there. Needs kubectl.
 */
final class ResponseServerIT {
  private static final String POD = "bank-app/orders-7d9c5b6f49-m4zvt";

  /** Pods of the bank are admitted only with these restrictions. */
  private static final String PODS =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: orders-7d9c5b6f49-m4zvt
        namespace: bank-app
        labels: {app: orders, pod-template-hash: 7d9c5b6f49}
      spec:
        nodeName: node-2
        automountServiceAccountToken: false
        securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
        containers:
        - name: orders
          image: registry.bank.example/orders:4.7.2
          securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
      ---
      apiVersion: v1
      kind: Namespace
      metadata: {name: forensics}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: tools, namespace: forensics, labels: {app: tools}}
      spec:
        automountServiceAccountToken: false
        containers: [{name: tools, image: registry.bank.example/tools:1.0.0}]
      """;

  @TempDir private static Path folder;
  @AutoClose private static @Nullable ApiServer server;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(Kubectl.isThere(), "kubectl is absent");
    ApiServer started = ApiServer.start(folder.resolve("server"), List.of());
    server = started;
    started.definePolicies();
    Path bank = Run.ROOT.resolve("examples/bank");
    Path policies = folder.resolve("policies");
    Run compiled =
        zonec(
            "compile",
            bank.resolve("zones").toString(),
            "-m",
            bank.resolve("k8s").toString(),
            "-p",
            "env=prod",
            "-o",
            policies.toString());
    assertThat(compiled.exit()).isZero();
    Files.delete(policies.resolve("kustomization.yaml"));
    Path pods = Files.writeString(folder.resolve("pods.yaml"), PODS);
    kubectl().shell("kubectl apply -f " + bank.resolve("k8s/namespaces.yaml"));
    kubectl().shell("kubectl apply -f " + bank.resolve("k8s"));
    kubectl().shell("kubectl apply -R -f " + policies);
    kubectl().shell("kubectl apply -f " + pods);
  }

  @TestFactory
  Stream<DynamicTest> quarantine() {
    return Stream.of("", "--with cnp", "--keep-labels", "--with cnp --allow-from forensics/tools")
        .map(options -> DynamicTest.dynamicTest("quarantine " + options, () -> isolate(options)));
  }

  private static void isolate(String options) throws Exception {
    Path files = Files.createTempDirectory(folder, "quarantine");
    Run printed = incident("quarantine", POD + " " + options, files);
    assertThat(printed.exit()).as(printed.err()).isZero();
    String before = state();
    kubectl().run("to isolate:", printed);
    Run proof =
        zonec("verify", files.resolve("quarantine.zone").toString(), "-k", kubeconfig().toString());
    assertThat(proof.exit()).as(proof.out() + proof.err()).isZero();
    assertThat(proof.out()).contains("proved · open world").doesNotContain("vacuous");
    kubectl().run("to undo:", printed);
    assertThat(state()).isEqualTo(before);
  }

  @TestFactory
  Stream<DynamicTest> block() {
    return Stream.of(
            "198.51.100.23",
            "198.51.100.23 --with cnp",
            "tcp/5432 --with cnp",
            "10.40.0.0/24 udp/53 --with np")
        .map(options -> DynamicTest.dynamicTest("block " + options, () -> block(options)));
  }

  private static void block(String options) throws Exception {
    Run printed = incident("block", options, Files.createTempDirectory(folder, "block"));
    assertThat(printed.exit()).as(printed.err()).isZero();
    assertThat(printed.out()).contains("and nothing else changes");
    String before = state();
    kubectl().run("to block:", printed);
    assertThat(state()).isNotEqualTo(before);
    Run again = incident("block", options, Files.createTempDirectory(folder, "again"));
    assertThat(again.out()).as(again.err()).contains("without any change");
    kubectl().run("to undo:", printed);
    assertThat(state()).isEqualTo(before);
  }

  private static Run incident(String command, String words, Path files) {
    List<String> all = new ArrayList<>(List.of("incident", command));
    all.addAll(List.of(words.trim().split(" ")));
    all.addAll(List.of("--id", "case-1", "-o", files.toString()));
    all.addAll(List.of("-k", kubeconfig().toString()));
    return zonec(all.toArray(String[]::new));
  }

  /** Returns the policies and the labels of pods, as text. */
  private static String state() throws IOException, InterruptedException {
    JsonNode list =
        JsonMapper.shared()
            .readTree(
                kubectl()
                    .shell("kubectl get networkpolicies,clusternetworkpolicies,pods -A -o json"));
    List<String> objects = new ArrayList<>();
    for (JsonNode object : list.path("items")) {
      JsonNode metadata = object.path("metadata");
      String kind = object.path("kind").asString();
      objects.add(
          kind
              + " "
              + metadata.path("namespace").asString("")
              + "/"
              + metadata.path("name").asString()
              + " "
              + (kind.equals("Pod") ? metadata.path("labels") : object.path("spec")));
    }
    return String.join("\n", objects);
  }

  private static Kubectl kubectl() {
    return new Kubectl(folder, kubeconfig());
  }

  private static Path kubeconfig() {
    return Objects.requireNonNull(server).kubeconfig();
  }
}
