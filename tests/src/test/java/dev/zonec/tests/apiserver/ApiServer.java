package dev.zonec.tests.apiserver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.tests.endtoend.ObjectPath;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Kubernetes API server on loopback, which {@code tests/api-server/run} builds and starts. */
final class ApiServer implements AutoCloseable {
  private static final Path SCRIPT = Run.ROOT.resolve("tests/api-server/run").toAbsolutePath();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The response of a server. */
  record Answer(int status, String body) {
    boolean accepted() {
      return status / 100 == 2;
    }

    /** Returns the status code, with the message of a Kubernetes status or else the body. */
    String message() {
      return status + " " + json().map(tree -> tree.path("message").asString(body)).orElse(body);
    }

    private Optional<JsonNode> json() {
      try {
        return Optional.of(JSON.readTree(body));
      } catch (JacksonException e) {
        return Optional.empty();
      }
    }
  }

  private final Path folder;
  private final String server;
  private final String token;
  private final HttpClient client;

  private ApiServer(Path folder) throws IOException, GeneralSecurityException {
    this.folder = folder;
    List<String> lines = Files.readAllLines(folder.resolve("kubeconfig"));
    server = value(lines, "server:");
    token = value(lines, "token:");
    if (!server.startsWith("https://127.0.0.1:")) {
      throw new IOException("not on loopback: " + server);
    }
    SSLContext tls = trusting(folder.resolve("certs/apiserver.crt"));
    client = HttpClient.newBuilder().sslContext(tls).build();
  }

  /**
   * Starts a server with the users of {@code tokens} and additional {@code flags}. If the server is
   * not built, the tests of the calling class are skipped.
   */
  static ApiServer start(Path folder, List<String> tokens, String... flags)
      throws IOException, InterruptedException, GeneralSecurityException {
    assumeTrue(script("binary") == 0, "build it with tests/api-server/run build");
    Files.createDirectories(folder);
    Files.write(folder.resolve("tokens.csv"), tokens);
    List<String> words = new ArrayList<>(List.of("start", folder.toString()));
    words.addAll(List.of(flags));
    if (script(words.toArray(String[]::new)) != 0) {
      throw new IOException("the API server did not start: see " + folder.resolve("server.log"));
    }
    return new ApiServer(folder);
  }

  private static int script(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }

  private static String output(String word) throws IOException {
    Process process =
        new ProcessBuilder(SCRIPT.toString(), word)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static String value(List<String> lines, String field) throws IOException {
    return lines.stream()
        .map(String::strip)
        .filter(line -> line.startsWith(field))
        .map(line -> line.substring(field.length()).strip())
        .findFirst()
        .orElseThrow(() -> new IOException("no " + field));
  }

  private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    int count = 0;
    try (InputStream in = Files.newInputStream(authority)) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("ca" + count++, each);
      }
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return tls;
  }

  Path kubeconfig() {
    return folder.resolve("kubeconfig");
  }

  /** Returns the kubeconfig of the administrator. */
  String token() {
    return token;
  }

  /** Returns the authority that signed the server's certificate. */
  Path authority() {
    return folder.resolve("certs/apiserver.crt");
  }

  /** Returns an authority that did not sign the server's certificate. */
  Path otherAuthority() {
    return folder.resolve("other-ca.crt");
  }

  /**
   * Writes a kubeconfig for a user.
   *
   * @param credentials a field of the user
   */
  Path kubeconfig(Path file, String credentials, Path authority) throws IOException {
    return Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: test, cluster: {server: "%s", certificate-authority: "%s"}}]
        users: [{name: user, user: {%s}}]
        contexts: [{name: test, context: {cluster: test, user: user}}]
        current-context: test
        """
            .formatted(server, authority, credentials));
  }

  /** Sends a request with a body in YAML. */
  Answer send(String method, String path, String yaml) throws IOException, InterruptedException {
    return send(method, path, yaml, "application/yaml");
  }

  Answer send(String method, String path, String body, String type)
      throws IOException, InterruptedException {
    return sendAs(token, method, path, body, type);
  }

  /** Sends a request with the token {@code bearer}. */
  Answer sendAs(String bearer, String method, String path, String body, String type)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Authorization", "Bearer " + bearer)
            .header("Content-Type", type)
            .header("Accept", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  void delete(String path) throws IOException, InterruptedException {
    accepted(send("DELETE", path, ""));
  }

  void create(String path, String yaml) throws IOException, InterruptedException {
    accepted(send("POST", path, yaml));
  }

  /** Creates a policy in its namespace. */
  void create(ServedPolicy kind, String yaml) throws IOException, InterruptedException {
    create(kind.path(PolicyTree.parse(yaml).orElseThrow().namespace()), yaml);
  }

  private static void accepted(Answer answer) throws IOException {
    if (!answer.accepted()) {
      throw new IOException(answer.message());
    }
  }

  /** Creates the objects in the YAML files of a folder, and their namespaces. */
  void apply(Path objects) throws IOException, InterruptedException {
    try (var files = Files.walk(objects)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        for (String document : Files.readString(file).split(PolicyTree.BETWEEN, -1)) {
          Optional<PolicyTree> tree = PolicyTree.parse(document);
          if (tree.isPresent() && !file.endsWith("kustomization.yaml")) {
            apply(tree.get(), document);
          }
        }
      }
    }
  }

  private void apply(PolicyTree object, String document) throws IOException, InterruptedException {
    String namespace = object.namespace();
    ObjectPath path = ObjectPath.of(object.word("apiVersion"), object.word("kind"));
    if (object.word("kind").equals("Namespace")) {
      unlessThere(path.collection(), document);
      return;
    }
    unlessThere(
        "/api/v1/namespaces",
        "{apiVersion: v1, kind: Namespace, metadata: {name: " + namespace + "}}");
    create(path.collection(namespace), document);
  }

  private void unlessThere(String path, String yaml) throws IOException, InterruptedException {
    Answer answer = send("POST", path, yaml);
    if (answer.status() != 409) {
      accepted(answer);
    }
  }

  /**
   * Binds a cluster role.
   *
   * @param subject the fields of a subject
   */
  void bind(String role, String subject) throws IOException, InterruptedException {
    create(
        "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: %s}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %s}
        subjects: [{%s}]
        """
            .formatted(role, role, subject));
  }

  /** Returns a token of a service account of the namespace {@code default}. */
  String tokenOf(String account) throws IOException, InterruptedException {
    Answer answer =
        send(
            "POST",
            "/api/v1/namespaces/default/serviceaccounts/" + account + "/token",
            "{apiVersion: authentication.k8s.io/v1, kind: TokenRequest, spec: {}}");
    accepted(answer);
    return JSON.readTree(answer.body()).path("status").path("token").asString();
  }

  /** Defines a namespaced kind of the group {@code example.org}, with one field in its spec. */
  void define(String kind, String plural, String field) throws IOException, InterruptedException {
    create(
        "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: %s.example.org}
        spec:
          group: example.org
          scope: Namespaced
          names: {kind: %s, plural: %s, singular: %s, listKind: %sList}
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec: {type: object, properties: {%s}}
        """
            .formatted(plural, kind, plural, kind.toLowerCase(Locale.ROOT), kind, field));
    waitFor("/apis/example.org/v1/" + plural);
    waitForText("/openapi/v3/apis/example.org/v1", '"' + kind + '"');
  }

  /** Compacts the store, so that it forgets all states except the current one. */
  void compact() throws IOException, InterruptedException {
    String store = Files.readString(folder.resolve("etcd-url")).strip();
    String now = store(store + "/v3/kv/range", "{\"key\": \"AA==\", \"limit\": 1}");
    String revision = JSON.readTree(now).path("header").path("revision").asString();
    store(store + "/v3/kv/compaction", "{\"revision\": \"" + revision + "\", \"physical\": true}");
  }

  private static String store(String url, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient plain = HttpClient.newHttpClient()) {
      return plain.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  /** Defines the kinds of cluster-scoped policies, and waits until the server serves them. */
  void definePolicies() throws IOException, InterruptedException {
    Path built = Path.of(output("binary")).resolveSibling("crds");
    try (var files = Files.list(built)) {
      for (Path each : files.sorted().toList()) {
        Answer answer =
            send(
                "POST",
                "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
                Files.readString(each));
        if (!answer.accepted()) {
          throw new IOException(each + ": " + answer.body());
        }
      }
    }
    for (String plural :
        List.of(
            "v1alpha1/adminnetworkpolicies",
            "v1alpha1/baselineadminnetworkpolicies",
            "v1alpha2/clusternetworkpolicies",
            "v1beta1/clusternetworkpolicies")) {
      waitFor("/apis/policy.networking.k8s.io/" + plural);
    }
  }

  private void waitFor(String path) throws IOException, InterruptedException {
    waitForText(path, "");
  }

  private void waitForText(String path, String text) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    Answer answer = get(path);
    while (!answer.accepted() || !answer.body().contains(text)) {
      if (System.nanoTime() > end) {
        throw new IOException(path + " is not served");
      }
      Thread.sleep(200);
      answer = get(path);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    script("stop", folder.toString());
  }
}
