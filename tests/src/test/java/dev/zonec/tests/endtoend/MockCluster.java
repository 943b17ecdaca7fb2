package dev.zonec.tests.endtoend;

import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** A mock API server that stores objects in memory and lists them. */
final class MockCluster implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final KubernetesMockServer server;
  private final java.net.http.HttpClient client;

  /** The groups that discovery returns. */
  private String groups = "{\"kind\": \"APIGroupList\", \"groups\": []}";

  MockCluster() {
    Map<ServerRequest, Queue<ServerResponse>> responses = new HashMap<>();
    server =
        new KubernetesMockServer(
            new Context(),
            new MockWebServer(),
            responses,
            new KubernetesMixedDispatcher(responses),
            false);
    server.init();
    client = java.net.http.HttpClient.newHttpClient();
    server.expect().get().withPath("/apis").andReply(200, request -> groups).always();
  }

  /** Sets the answer of discovery. */
  void discovers(String answer) {
    groups = answer;
  }

  /** Sets a fixed answer for {@code path}, whatever objects are stored. */
  void answers(String path, int status, String body) {
    server.expect().get().withPath(path).andReturn(status, body).always();
  }

  /** Sets a failure for the first page of a list. */
  void refuses(String path, int status, String message) {
    answers(
        path + "?limit=500",
        status,
        "{\"kind\": \"Status\", \"code\": " + status + ", \"message\": \"" + message + "\"}");
  }

  /** Creates all objects of the manifests in a folder. */
  void apply(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        if (!file.endsWith("kustomization.yaml")) {
          apply(Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Creates all objects of a text. */
  void apply(String yaml) {
    for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml)) {
      if (document instanceof Map<?, ?> object) {
        create(object);
      }
    }
  }

  private void create(Map<?, ?> object) {
    ObjectPath kind =
        ObjectPath.of(object.get("apiVersion").toString(), object.get("kind").toString());
    Object namespace = ((Map<?, ?>) object.get("metadata")).get("namespace");
    String path = namespace == null ? kind.collection() : kind.collection(namespace.toString());
    var request =
        java.net.http.HttpRequest.newBuilder(java.net.URI.create(server.url(path)))
            .header("Content-Type", "application/json")
            .POST(
                java.net.http.HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(object)))
            .build();
    try {
      var response = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(path + ": " + response.statusCode() + response.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Writes a kubeconfig for this server. */
  String kubeconfig(Path folder) {
    String text =
        """
        apiVersion: v1
        kind: Config
        current-context: mock
        contexts:
        - name: mock
          context: {cluster: here, user: me}
        clusters:
        - name: here
          cluster: {server: "%s", insecure-skip-tls-verify: true}
        users:
        - name: me
          user: {token: s3cr3t}
        """
            .formatted(server.url("/"));
    try {
      return Files.writeString(folder.resolve("kubeconfig.yaml"), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.destroy();
  }
}
