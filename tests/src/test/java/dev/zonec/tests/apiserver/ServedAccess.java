package dev.zonec.tests.apiserver;

import dev.zonec.access.authorizer.AccessRequest;
import dev.zonec.access.authorizer.Identity;
import dev.zonec.kubernetes.access.AccessObjects;
import dev.zonec.kubernetes.access.AccessReader;
import dev.zonec.kubernetes.access.AccessReading;
import dev.zonec.kubernetes.live.ClusterReader;
import dev.zonec.kubernetes.live.ClusterReading;
import dev.zonec.kubernetes.live.ClusterSource;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.kubernetes.live.ReadingProgress;
import dev.zonec.kubernetes.live.Scope;
import dev.zonec.kubernetes.manifest.ManifestReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Roles and bindings on a server: creates them, aggregates roles, and asks for decisions. */
record ServedAccess(ApiServer server) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String RBAC = "/apis/rbac.authorization.k8s.io/v1";
  private static final int THREADS = 8;

  private static final Map<String, String> PLURALS =
      Map.of(
          "Role", "roles",
          "ClusterRole", "clusterroles",
          "RoleBinding", "rolebindings",
          "ClusterRoleBinding", "clusterrolebindings");

  /** Work with checked exceptions. */
  interface Task {
    void run() throws IOException, InterruptedException;
  }

  /** Runs {@code tasks} in several threads, and throws the first exception. */
  static void all(List<Task> tasks) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> futures = new ArrayList<>();
      for (Task task : tasks) {
        futures.add(
            threads.submit(
                () -> {
                  task.run();
                  return null;
                }));
      }
      for (Future<?> each : futures) {
        each.get();
      }
    }
  }

  /** Returns the objects of a YAML text as JSON, those of lists one by one. */
  static List<ObjectNode> objects(String yaml) {
    List<ObjectNode> objects = new ArrayList<>();
    for (Object each : new Yaml().loadAll(yaml)) {
      JsonNode tree = JSON.valueToTree(each);
      if (tree.path("kind").asString("").endsWith("List")) {
        tree.path("items").forEach(item -> objects.add((ObjectNode) item));
      } else if (tree instanceof ObjectNode object && object.has("kind")) {
        objects.add(object);
      }
    }
    return objects;
  }

  static boolean isRbac(ObjectNode object) {
    return PLURALS.containsKey(object.path("kind").asString());
  }

  /** Returns the path of the objects with the kind and namespace of {@code object}. */
  static String path(ObjectNode object) {
    String kind = object.path("kind").asString();
    String namespace = object.path("metadata").path("namespace").asString("default");
    return RBAC
        + (kind.startsWith("Cluster") ? "" : "/namespaces/" + namespace)
        + "/"
        + PLURALS.get(kind);
  }

  ApiServer.Answer post(ObjectNode object) throws IOException, InterruptedException {
    return server.send("POST", path(object), object.toString(), "application/json");
  }

  void delete(ObjectNode object) throws IOException, InterruptedException {
    server.delete(path(object) + "/" + object.path("metadata").path("name").asString());
  }

  /**
   * Fills in the rules of aggregated roles as the controller does, which the server lacks: the
   * server selects the roles, and roles are filled in again and again until none changes.
   */
  void aggregate() throws Exception {
    boolean changed = true;
    while (changed) {
      JsonNode roles = JSON.readTree(server.get(RBAC + "/clusterroles").body()).path("items");
      Set<String> updated = new LinkedHashSet<>();
      List<Task> tasks = new ArrayList<>();
      for (JsonNode role : roles) {
        if (role.has("aggregationRule")) {
          tasks.add(
              () -> {
                if (aggregate((ObjectNode) role)) {
                  synchronized (updated) {
                    updated.add(role.path("metadata").path("name").asString());
                  }
                }
              });
        }
      }
      all(tasks);
      changed = !updated.isEmpty();
    }
  }

  private boolean aggregate(ObjectNode role) throws IOException, InterruptedException {
    String name = role.path("metadata").path("name").asString();
    Set<JsonNode> rules = new LinkedHashSet<>();
    for (JsonNode selector : role.path("aggregationRule").path("clusterRoleSelectors")) {
      String query = URLEncoder.encode(selector(selector), StandardCharsets.UTF_8);
      String path = RBAC + "/clusterroles?labelSelector=" + query;
      for (JsonNode other : JSON.readTree(server.get(path).body()).path("items")) {
        if (!other.path("metadata").path("name").asString().equals(name)) {
          other.path("rules").forEach(rules::add);
        }
      }
    }
    Set<JsonNode> before = new LinkedHashSet<>();
    role.path("rules").forEach(before::add);
    if (before.equals(rules)) {
      return false;
    }
    ArrayNode written = role.putArray("rules");
    rules.forEach(written::add);
    // Another thread may have read the role before; the last writer wins in the next round.
    ((ObjectNode) role.path("metadata")).remove("resourceVersion");
    role.put("kind", "ClusterRole").put("apiVersion", "rbac.authorization.k8s.io/v1");
    ApiServer.Answer answer =
        server.send("PUT", RBAC + "/clusterroles/" + name, role.toString(), "application/json");
    if (!answer.accepted()) {
      throw new IOException(answer.message());
    }
    return true;
  }

  private static String selector(JsonNode selector) {
    List<String> parts = new ArrayList<>();
    selector
        .path("matchLabels")
        .properties()
        .forEach(each -> parts.add(each.getKey() + "=" + each.getValue().asString()));
    for (JsonNode each : selector.path("matchExpressions")) {
      List<String> values = new ArrayList<>();
      each.path("values").forEach(value -> values.add(value.asString()));
      String key = each.path("key").asString();
      parts.add(
          switch (each.path("operator").asString()) {
            case "In" -> key + " in (" + String.join(",", values) + ")";
            case "NotIn" -> key + " notin (" + String.join(",", values) + ")";
            case "Exists" -> key;
            default -> "!" + key;
          });
    }
    return String.join(",", parts);
  }

  /** Asks the server for a decision. */
  boolean allows(Identity identity, AccessRequest request)
      throws IOException, InterruptedException {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("user", identity.user());
    spec.put("groups", List.copyOf(identity.groups()));
    switch (request) {
      case AccessRequest.OfObjects asked ->
          spec.put(
              "resourceAttributes",
              Map.of(
                  "verb", asked.verb(),
                  "group", asked.group(),
                  "resource", asked.resource(),
                  "subresource", asked.subresource(),
                  "name", asked.name(),
                  "namespace", asked.namespace()));
      case AccessRequest.OfPath(String verb, String path) ->
          spec.put("nonResourceAttributes", Map.of("verb", verb, "path", path));
    }
    Map<String, Object> review = new LinkedHashMap<>();
    review.put("apiVersion", "authorization.k8s.io/v1");
    review.put("kind", "SubjectAccessReview");
    review.put("spec", spec);
    ApiServer.Answer answer =
        server.send(
            "POST",
            "/apis/authorization.k8s.io/v1/subjectaccessreviews",
            JSON.writeValueAsString(review),
            "application/json");
    if (!answer.accepted()) {
      throw new IOException(answer.message());
    }
    return JSON.readTree(answer.body()).path("status").path("allowed").asBoolean();
  }

  /** Reads the roles and bindings of the server with zonec. */
  AccessObjects read() {
    ClusterSource source =
        new ClusterSource(
            new ClusterSource.Kubeconfig.InFile(server.kubeconfig()),
            new ClusterSource.Context.Current(),
            Duration.ofSeconds(60));
    ClusterReading reading =
        ClusterReader.read(
            source, new Scope.Everywhere(), ReadExtent.WITH_ACCESS, ReadingProgress.silent());
    if (!(reading instanceof ClusterReading.Read read) || !read.unread().isEmpty()) {
      throw new IllegalStateException("not read: " + reading);
    }
    AccessReading access = AccessReader.read(ManifestReader.read(read.texts()).access(), "default");
    if (!access.problems().isEmpty()) {
      throw new IllegalStateException(access.problems().getFirst().message());
    }
    return access.objects();
  }

  /** Waits until the authorizer knows everything that was created before. */
  void settle() throws Exception {
    String mark = "mark" + System.nanoTime();
    for (ObjectNode each :
        objects(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: MARK}
            rules: [{apiGroups: [MARK], resources: [a], verbs: [get]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: MARK, namespace: default}
            rules: [{apiGroups: [MARK], resources: [b], verbs: [get]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: MARK}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: MARK}
            subjects: [{kind: User, name: MARK}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: MARK, namespace: default}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: MARK}
            subjects: [{kind: User, name: MARK}]
            """
                .replace("MARK", mark))) {
      post(each);
    }
    Identity user = new Identity(mark, Set.of());
    for (int i = 0; i < 300; i++) {
      boolean both =
          allows(user, new AccessRequest.OfObjects("get", mark, "a", "", "", ""))
              && allows(user, new AccessRequest.OfObjects("get", mark, "b", "", "", "default"));
      if (both) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IOException("the authorizer does not know the roles after 30 seconds");
  }
}
