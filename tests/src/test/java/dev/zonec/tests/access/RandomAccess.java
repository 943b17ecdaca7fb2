package dev.zonec.tests.access;

import dev.zonec.access.authorizer.AccessRequest;
import dev.zonec.access.authorizer.Identity;
import dev.zonec.kubernetes.access.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Random roles and bindings as manifests, and requests about what they mention. The names of sets
 * with different prefixes differ, so that one server can hold many of them.
 */
public final class RandomAccess {
  private static final List<String> GROUPS = List.of("", "apps", "networking.k8s.io");
  private static final List<String> VERBS =
      List.of("get", "list", "create", "patch", "delete", "deletecollection", "escalate");

  /** A resource with its group and subresource. */
  private record Resource(String group, String name, String part) {
    String written() {
      return part.isEmpty() ? name : name + "/" + part;
    }
  }

  private static final List<Resource> RESOURCES =
      List.of(
          new Resource("", "pods", ""),
          new Resource("", "pods", "exec"),
          new Resource("", "namespaces", ""),
          new Resource("apps", "deployments", ""),
          new Resource("apps", "deployments", "scale"),
          new Resource("networking.k8s.io", "networkpolicies", ""));

  private static final List<String> WRITTEN =
      List.of(
          "pods",
          "pods/exec",
          "namespaces",
          "deployments",
          "deployments/scale",
          "networkpolicies",
          "*",
          "*/exec",
          "*/scale");

  private static final List<String> PATTERNS =
      List.of("/healthz", "/healthz/*", "/met*", "/metrics/**", "*");
  private static final List<String> PATHS = List.of("/healthz", "/healthz/etcd", "/metrics");

  private final Random random;
  private final String prefix;
  private final List<String> documents = new ArrayList<>();

  private RandomAccess(long seed, String prefix) {
    this.random = new Random(seed);
    this.prefix = prefix;
  }

  /**
   * A set of roles and bindings.
   *
   * @param documents a manifest for each object
   * @param identities the identities to ask about
   * @param requests the requests to ask about
   */
  public record RoleSet(
      List<String> documents, List<Identity> identities, List<AccessRequest> requests) {
    /** Returns all manifests as one text. */
    public String text() {
      return String.join("\n---\n", documents);
    }
  }

  /** Creates the set of {@code seed}, in which every name begins with {@code prefix}. */
  public static RoleSet of(long seed, String prefix) {
    RandomAccess access = new RandomAccess(seed, prefix);
    access.roles();
    access.bindings();
    return new RoleSet(access.documents, access.identities(), access.requests());
  }

  private List<String> namespaces() {
    return List.of(prefix + "-one", prefix + "-two");
  }

  private void roles() {
    for (int i = 0; i < 4; i++) {
      boolean aggregates = i >= 2 && random.nextBoolean();
      String labels =
          random.nextBoolean()
              ? "{" + prefix + ".example.org/to: a" + random.nextInt(3) + "}"
              : "{}";
      documents.add(
          """
          apiVersion: rbac.authorization.k8s.io/v1
          kind: ClusterRole
          metadata: {name: %s-c%d, labels: %s}
          %s
          """
              .formatted(prefix, i, labels, aggregates ? aggregation() : rules(true)));
    }
    for (String namespace : namespaces()) {
      documents.add(
          """
          apiVersion: rbac.authorization.k8s.io/v1
          kind: Role
          metadata: {name: r, namespace: %s}
          %s
          """
              .formatted(namespace, rules(false)));
    }
  }

  private String aggregation() {
    String key = prefix + ".example.org/to";
    String selector =
        switch (random.nextInt(4)) {
          case 0 -> "matchLabels: {" + key + ": a0}";
          case 1 -> "matchExpressions: [{key: " + key + ", operator: Exists}]";
          case 2 -> "matchExpressions: [{key: " + key + ", operator: In, values: [a1, a2]}]";
          default ->
              "matchLabels: {"
                  + key
                  + ": a1}, matchExpressions: [{key: "
                  + key
                  + ", operator: NotIn, values: [a0]}]";
        };
    return "aggregationRule: {clusterRoleSelectors: [{" + selector + "}]}\nrules: []";
  }

  private String rules(boolean ofCluster) {
    List<String> rules = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      rules.add(
          ofCluster && random.nextInt(4) == 0
              ? "{nonResourceURLs: " + some(PATTERNS, 2) + ", verbs: " + verbs() + "}"
              : "{apiGroups: "
                  + (random.nextInt(4) == 0 ? "['*']" : some(GROUPS, 2))
                  + ", resources: "
                  + some(WRITTEN, 2)
                  + ", verbs: "
                  + verbs()
                  + (random.nextInt(3) == 0 ? ", resourceNames: " + some(names(), 2) : "")
                  + "}");
    }
    return "rules: [" + String.join(", ", rules) + "]";
  }

  private List<String> names() {
    return List.of("x", "y", prefix + "-one");
  }

  private String verbs() {
    return random.nextInt(3) == 0 ? "['*']" : some(VERBS, 4);
  }

  private String some(List<String> values, int most) {
    int count = 1 + random.nextInt(most);
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add("'" + values.get(random.nextInt(values.size())) + "'");
    }
    return chosen.stream().distinct().collect(Collectors.joining(", ", "[", "]"));
  }

  private void bindings() {
    for (int i = 0; i < 2; i++) {
      documents.add(
          """
          apiVersion: rbac.authorization.k8s.io/v1
          kind: ClusterRoleBinding
          metadata: {name: %s-b%d}
          roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %s-c%d}
          subjects: [%s]
          """
              .formatted(prefix, i, prefix, random.nextInt(5), subjects(true)));
    }
    for (String namespace : namespaces()) {
      boolean ofCluster = random.nextBoolean();
      documents.add(
          """
          apiVersion: rbac.authorization.k8s.io/v1
          kind: RoleBinding
          metadata: {name: b, namespace: %s}
          roleRef: {apiGroup: rbac.authorization.k8s.io, kind: %s, name: %s}
          subjects: [%s]
          """
              .formatted(
                  namespace,
                  ofCluster ? "ClusterRole" : "Role",
                  ofCluster ? prefix + "-c" + random.nextInt(4) : "r",
                  subjects(false)));
    }
  }

  private String subjects(boolean ofCluster) {
    List<String> all = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      String namespace = namespaces().get(random.nextInt(2));
      all.add(
          switch (random.nextInt(ofCluster ? 5 : 7)) {
            case 0 -> "{kind: User, name: " + prefix + "-user}";
            case 1 -> "{kind: Group, name: " + prefix + "-group}";
            case 2 -> "{kind: ServiceAccount, name: sa, namespace: " + namespace + "}";
            case 3 -> "{kind: User, name: 'system:serviceaccount:" + namespace + ":sa'}";
            case 4 -> "{kind: Group, name: 'system:serviceaccounts:" + namespace + "'}";
            // The namespace of the binding counts.
            case 5 -> "{kind: ServiceAccount, name: sa}";
            default ->
                "{kind: Group, name: 'system:"
                    + (random.nextBoolean() ? "authenticated" : "serviceaccounts")
                    + "'}";
          });
    }
    return String.join(", ", all);
  }

  private List<Identity> identities() {
    return List.of(
        Identity.of(new Subject.User(prefix + "-user")),
        new Identity(prefix + "-other", Set.of(prefix + "-group", Identity.AUTHENTICATED)),
        Identity.of(new Subject.ServiceAccount(prefix + "-one", "sa")),
        Identity.of(new Subject.ServiceAccount(prefix + "-two", "sa")),
        Identity.of(new Subject.ServiceAccount(prefix + "-two", "other")));
  }

  /** Returns every combination of a verb, some resources, names and namespaces, and a path. */
  private List<AccessRequest> requests() {
    List<AccessRequest> requests = new ArrayList<>();
    String verb = VERBS.get(random.nextInt(VERBS.size()));
    int first = random.nextInt(RESOURCES.size());
    for (int i = 0; i < 3; i++) {
      Resource each = RESOURCES.get((first + i) % RESOURCES.size());
      for (String name : List.of("", random.nextBoolean() ? "x" : "y")) {
        for (String namespace : List.of("", prefix + "-one", prefix + "-two")) {
          boolean named = each.written().equals("namespaces") && !namespace.isEmpty();
          requests.add(
              new AccessRequest.OfObjects(
                  verb,
                  each.group(),
                  each.name(),
                  each.part(),
                  named ? namespace : name,
                  namespace));
        }
      }
    }
    requests.add(new AccessRequest.OfPath(verb, PATHS.get(random.nextInt(PATHS.size()))));
    return requests.stream().distinct().toList();
  }
}
