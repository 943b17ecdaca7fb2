package dev.zonec.tests.apiserver;

import static dev.zonec.tests.endtoend.Run.zonec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.access.authorizer.AccessRequest;
import dev.zonec.access.authorizer.Authorizer;
import dev.zonec.access.authorizer.Identity;
import dev.zonec.access.least.LeastRoles;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.access.AccessObjects;
import dev.zonec.kubernetes.access.AccessReader;
import dev.zonec.kubernetes.access.AccessReading;
import dev.zonec.kubernetes.access.AccessRule;
import dev.zonec.kubernetes.access.Binding;
import dev.zonec.kubernetes.access.DefaultRoles;
import dev.zonec.kubernetes.access.Role;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.tests.access.RandomAccess;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The authorizer decides as that of a real API server, and the written roles let their bearers do
 * their jobs. {@code -Dzonec.rolesets=N} chooses the number of random sets of roles.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AccessServerIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SETS = Integer.getInteger("zonec.rolesets", 150);
  private static final String MERGE = "application/merge-patch+json";
  private static final String POLICIES =
      "/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies";

  private static final String POLICY =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: %s, namespace: shop}
      spec: {podSelector: {}}
      """;

  @TempDir private static Path folder;
  @AutoClose private static @Nullable ApiServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        ApiServer.start(
            folder.resolve("server"),
            List.of(
                "reader-token,reader,2,\"zonec:reader\"",
                "operator-token,operator,3,\"zonec:incident-operator\"",
                "policies-token,policies,4,\"zonec:policy-administrator\"",
                "status-token,status,5"));
  }

  private static ApiServer api() {
    return Objects.requireNonNull(server);
  }

  private static ServedAccess access() {
    return new ServedAccess(api());
  }

  private static AccessReading manifests(String text) {
    return AccessReader.read(
        ManifestReader.read(List.of(new SourceText("roles.yaml", text))).access(), "default");
  }

  /** Compares every decision, and returns the number of requests that are allowed. */
  private static int compare(String what, AccessObjects objects, List<RandomAccess.RoleSet> sets)
      throws Exception {
    Authorizer authorizer = new Authorizer(objects);
    ConcurrentLinkedQueue<String> differences = new ConcurrentLinkedQueue<>();
    AtomicInteger reviews = new AtomicInteger();
    AtomicInteger allowed = new AtomicInteger();
    List<ServedAccess.Task> tasks = new ArrayList<>();
    for (RandomAccess.RoleSet set : sets) {
      tasks.add(
          () -> {
            for (Identity identity : set.identities()) {
              for (AccessRequest request : set.requests()) {
                boolean real = access().allows(identity, request);
                reviews.incrementAndGet();
                allowed.addAndGet(real ? 1 : 0);
                if (real != authorizer.allows(identity, request)) {
                  differences.add(identity + " " + request + ": " + real + "\n" + set.text());
                }
              }
            }
          });
    }
    ServedAccess.all(tasks);
    System.out.printf(
        "%s: %d sets, %d reviews, %d allowed, %d differences%n",
        what, sets.size(), reviews.get(), allowed.get(), differences.size());
    assertThat(differences.stream().limit(3)).isEmpty();
    return allowed.get();
  }

  @Test
  @Order(1)
  void theDefaultRolesAreThoseOfTheServer() throws Exception {
    Set<String> own = new TreeSet<>();
    DefaultRoles.read().forEach(role -> own.add(text(role)));
    Set<String> served = new TreeSet<>();
    access().read().roles().stream()
        .filter(role -> role.id().clusterScoped())
        .forEach(role -> served.add(text(role)));
    System.out.printf("default roles: %d%n", served.size());
    assertThat(own).isEqualTo(served);
  }

  private static String text(Role role) {
    Set<String> rules = new TreeSet<>();
    for (AccessRule rule : role.rules()) {
      rules.add(
          new TreeSet<>(rule.groups())
              + " "
              + new TreeSet<>(rule.resources())
              + " "
              + new TreeSet<>(rule.verbs())
              + " "
              + rule.names()
              + " "
              + rule.paths());
    }
    return role.id() + " " + new TreeMap<>(role.labels()) + role.aggregated() + rules;
  }

  @Test
  @Order(5)
  void randomRolesAreDecidedAsByTheServer() throws Exception {
    List<RandomAccess.RoleSet> sets = new ArrayList<>();
    List<ServedAccess.Task> tasks = new ArrayList<>();
    long seed = Long.getLong("zonec.seed", 20261129L);
    for (int i = 0; i < SETS; i++) {
      RandomAccess.RoleSet set = RandomAccess.of(seed + i, "s" + i);
      sets.add(set);
      tasks.add(
          () -> {
            for (ObjectNode each : ServedAccess.objects(set.text())) {
              ApiServer.Answer answer = access().post(each);
              if (!answer.accepted()) {
                throw new IOException(answer.message() + "\n" + each);
              }
            }
          });
    }
    ServedAccess.all(tasks);
    // What zonec computes from manifests and from the server must be the same.
    String all = String.join("\n---\n", sets.stream().map(RandomAccess.RoleSet::text).toList());
    AccessObjects written = manifests(all).objects();
    access().aggregate();
    access().settle();
    AccessObjects read = access().read();
    int allowed = compare("random roles, read from the server", read, sets);
    assertThat(allowed).isPositive();
    Authorizer ofManifests = new Authorizer(written);
    Authorizer ofServer = new Authorizer(read);
    for (RandomAccess.RoleSet set : sets) {
      for (Identity identity : set.identities()) {
        for (AccessRequest request : set.requests()) {
          boolean own = ofManifests.allows(identity, request);
          // The server has bindings of its own, which only add to what is allowed.
          assertThat(ofServer.allows(identity, request) || !own)
              .as("%s %s%n%s", identity, request, set.text())
              .isTrue();
        }
      }
    }
  }

  @Test
  @Order(4)
  void thirdPartyRolesAreDecidedAsByTheServer() throws Exception {
    Path inputs = Path.of(System.getProperty("zonec.shared", ""), "inputs", "rbac");
    assumeTrue(Files.isDirectory(inputs), "the inputs are not there; set -Dzonec.shared");
    // The numbered files of popeye define the same objects again.
    for (String part : List.of("", "-1.yaml", "-2.yaml")) {
      List<Path> files;
      try (Stream<Path> listed = Files.list(inputs)) {
        files =
            listed
                .filter(
                    file -> {
                      String name = file.getFileName().toString();
                      return part.isEmpty()
                          ? !name.startsWith("popeye")
                          : name.startsWith("popeye") && name.endsWith(part);
                    })
                .sorted()
                .toList();
      }
      thirdParty(part.isEmpty() ? "argocd, kube-prometheus, snapshotter" : "popeye" + part, files);
    }
  }

  private static void thirdParty(String what, List<Path> files) throws Exception {
    List<ObjectNode> created = new ArrayList<>();
    int refused = 0;
    StringBuilder all = new StringBuilder();
    for (Path file : files) {
      String text = Files.readString(file);
      if (text.startsWith("- op:")) {
        continue;
      }
      all.append(text).append("\n---\n");
      for (ObjectNode each : ServedAccess.objects(text)) {
        if (ServedAccess.isRbac(each)) {
          ApiServer.Answer answer = access().post(each);
          boolean own = manifests(each.toString()).problems().isEmpty();
          assertThat(own)
              .as("%s: %s", file.getFileName(), answer.message())
              .isEqualTo(answer.accepted());
          if (answer.accepted()) {
            created.add(each);
          } else {
            refused++;
          }
        }
      }
    }
    access().settle();
    AccessObjects written = manifests(all.toString()).objects();
    RandomAccess.RoleSet everything =
        new RandomAccess.RoleSet(List.of(), identities(written), requests(written));
    System.out.printf("%s: %d objects, %d refused by both%n", what, created.size(), refused);
    compare(what, access().read(), List.of(everything));
    for (ObjectNode each : created) {
      access().delete(each);
    }
  }

  private static List<Identity> identities(AccessObjects objects) {
    return objects.subjects().stream().map(Identity::of).distinct().toList();
  }

  /** Returns every request that a rule mentions, in each namespace with a binding, and others. */
  private static List<AccessRequest> requests(AccessObjects objects) {
    Set<String> namespaces = new TreeSet<>(Set.of("", "elsewhere"));
    objects.bindings().stream().map(Binding::namespace).forEach(namespaces::add);
    Set<AccessRequest> requests = new LinkedHashSet<>();
    for (Role role : objects.roles()) {
      for (AccessRule rule : role.rules()) {
        for (String path : rule.paths()) {
          requests.add(new AccessRequest.OfPath("get", path.replace("*", "x")));
          requests.add(new AccessRequest.OfPath("post", path));
        }
        Set<String> names = new TreeSet<>(rule.names());
        names.add("");
        for (String verb : plain(rule.verbs(), "delete")) {
          for (String group : plain(rule.groups(), "apps")) {
            for (String resource : plain(rule.resources(), "pods/exec")) {
              for (String name : names) {
                for (String namespace : namespaces) {
                  int slash = resource.indexOf('/');
                  requests.add(
                      new AccessRequest.OfObjects(
                          verb,
                          group,
                          slash < 0 ? resource : resource.substring(0, slash),
                          slash < 0 ? "" : resource.substring(slash + 1),
                          name,
                          namespace));
                }
              }
            }
          }
        }
      }
    }
    return List.copyOf(requests);
  }

  /** Returns the values, or {@code one} that stands for every value. */
  private static Set<String> plain(List<String> values, String one) {
    Set<String> plain = new TreeSet<>(values);
    return plain.remove("*") ? Set.of(one) : plain;
  }

  /** The status of a pod or a namespace can change its labels, so these rights count. */
  @Test
  @Order(2)
  void aStatusCanChangeLabels() throws Exception {
    api().create("/api/v1/namespaces", "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
    api()
        .create(
            "/api/v1/namespaces/shop/pods",
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {containers: [{name: web, image: web}]}
            """);
    for (ObjectNode each :
        ServedAccess.objects(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: status}
            rules: [{apiGroups: [""], resources: [pods/status, namespaces/status], verbs: [patch]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: status, namespace: shop}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: status}
            subjects: [{kind: User, name: status}]
            """)) {
      assertThat(access().post(each).accepted()).isTrue();
    }
    access().settle();
    String label = "{\"metadata\": {\"labels\": {\"moved\": \"yes\"}}}";
    for (String path : List.of("/api/v1/namespaces/shop/pods/web", "/api/v1/namespaces/shop")) {
      assertThat(api().sendAs("status-token", "PATCH", path, label, MERGE).status()).isEqualTo(403);
      ApiServer.Answer answer =
          api().sendAs("status-token", "PATCH", path + "/status", label, MERGE);
      assertThat(answer.accepted()).as(answer.message()).isTrue();
      JsonNode labels = JSON.readTree(api().get(path).body()).path("metadata").path("labels");
      assertThat(labels.path("moved").asString("")).as(path).isEqualTo("yes");
    }
  }

  @Test
  @Order(3)
  void theWrittenRolesDoTheirJobs() throws Exception {
    writtenRoles();
    api()
        .create(
            "/api/v1/nodes",
            "{apiVersion: v1, kind: Node, metadata: {name: node1, labels: {a: b}}}");
    String pod = "/api/v1/namespaces/shop/pods/web";
    // The reader: everything that zonec reads.
    Path reader =
        api().kubeconfig(folder.resolve("reader"), "token: reader-token", api().authority());
    for (String command : List.of("query * -> *", "rbac")) {
      List<String> args = new ArrayList<>(List.of(command.split(" ", 2)));
      args.addAll(List.of("-k", reader.toString()));
      Run run = zonec(args.toArray(String[]::new));
      assertThat(run.exit()).as(command + run.err()).isZero();
    }
    refused("reader-token", "POST", POLICIES, POLICY.formatted("by-reader"));
    refused("reader-token", "GET", "/api/v1/namespaces/shop/secrets", "");
    refused("reader-token", "GET", "/api/v1/namespaces/shop/configmaps", "");
    // The administrator of policies.
    accepted("policies-token", "POST", POLICIES, POLICY.formatted("one"), "application/yaml");
    accepted("policies-token", "DELETE", POLICIES + "/one", "", "application/yaml");
    refused("policies-token", "PATCH", pod, "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}");
    refused("policies-token", "DELETE", POLICIES, "");
    // The operator of incidents.
    accepted("operator-token", "POST", POLICIES, POLICY.formatted("cut"), "application/yaml");
    accepted("operator-token", "DELETE", POLICIES + "/cut", "", "application/yaml");
    String quarantine =
        "{\"metadata\": {\"labels\": {\"app\": null, \"zonec.dev/quarantine\": \"web\"}}}";
    accepted("operator-token", "PATCH", pod, quarantine, MERGE);
    String cordon = "{\"spec\": {\"unschedulable\": true}}";
    accepted("operator-token", "PATCH", "/api/v1/nodes/node1", cordon, MERGE);
    refused("operator-token", "DELETE", pod, "");
    refused(
        "operator-token",
        "POST",
        "/api/v1/namespaces/shop/pods",
        "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image:"
            + " c}]}}");
    refused("operator-token", "POST", pod + "/exec?command=id", "");
    refused("operator-token", "POST", pod + "/eviction", "");
    // RBAC allows these, and the admission policies do not.
    guarded(pod, "{\"spec\": {\"containers\": [{\"name\": \"web\", \"image\": \"mine\"}]}}", PATCH);
    guarded(pod, "{\"metadata\": {\"annotations\": {\"a\": \"b\"}}}", MERGE);
    guarded("/api/v1/nodes/node1", "{\"metadata\": {\"labels\": {\"a\": \"c\"}}}", MERGE);
    guarded(
        "/api/v1/nodes/node1",
        "{\"spec\": {\"taints\": [{\"key\": \"a\", \"effect\": \"NoExecute\"}]}}",
        MERGE);
    // Others are not limited.
    accepted("policies-token", "GET", pod, "", MERGE);
    assertThat(
            api()
                .send("PATCH", pod, "{\"metadata\": {\"annotations\": {\"a\": \"b\"}}}", MERGE)
                .accepted())
        .isTrue();
  }

  private static final String PATCH = "application/strategic-merge-patch+json";

  private static void writtenRoles() throws Exception {
    for (LeastRoles.RoleFile file : LeastRoles.files(Optional.empty())) {
      for (ObjectNode each : ServedAccess.objects(file.text())) {
        String kind = each.path("kind").asString();
        ApiServer.Answer answer =
            ServedAccess.isRbac(each)
                ? access().post(each)
                : api()
                    .send(
                        "POST",
                        "/apis/admissionregistration.k8s.io/v1/"
                            + (kind.endsWith("Binding")
                                ? "validatingadmissionpolicybindings"
                                : "validatingadmissionpolicies"),
                        each.toString(),
                        "application/json");
        assertThat(answer.accepted()).as(answer.message()).isTrue();
      }
    }
    access().settle();
  }

  private static void accepted(String token, String method, String path, String body, String type)
      throws Exception {
    ApiServer.Answer answer = api().sendAs(token, method, path, body, type);
    assertThat(answer.accepted()).as("%s %s: %s", method, path, answer.message()).isTrue();
  }

  private static void refused(String token, String method, String path, String body)
      throws Exception {
    String type = method.equals("PATCH") ? MERGE : "application/yaml";
    ApiServer.Answer answer = api().sendAs(token, method, path, body, type);
    assertThat(answer.status()).as("%s %s: %s", method, path, answer.message()).isEqualTo(403);
  }

  /** The server applies a new admission policy after some time. */
  private static void guarded(String path, String body, String type) throws Exception {
    for (int i = 0; i < 100; i++) {
      ApiServer.Answer answer =
          api().sendAs("operator-token", "PATCH", path + "?dryRun=All", body, type);
      if (answer.status() == 422 && answer.body().contains("operators of incidents")) {
        return;
      }
      assertThat(answer.accepted()).as("%s: %s", path, answer.message()).isTrue();
      Thread.sleep(200);
    }
    throw new AssertionError("no admission policy refuses " + body);
  }
}
