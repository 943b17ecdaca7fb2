package dev.zonec.kubernetes.manifest;

import static dev.zonec.kubernetes.manifest.ObjectShapes.FLAG;
import static dev.zonec.kubernetes.manifest.ObjectShapes.TEXT;
import static dev.zonec.kubernetes.manifest.ObjectShapes.TEXTS;
import static dev.zonec.kubernetes.manifest.ObjectShapes.objectWith;
import static dev.zonec.kubernetes.manifest.Shape.list;
import static dev.zonec.kubernetes.manifest.Shape.open;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds that decide what subjects may do with the objects of a cluster. They do not affect
 * connections.
 */
public enum AccessKind {
  /** Rules in a namespace. */
  ROLE("rbac.authorization.k8s.io", "Role", "roles", true),
  /** Rules in every namespace, or without one. */
  CLUSTER_ROLE("rbac.authorization.k8s.io", "ClusterRole", "clusterroles", false),
  /** The subjects of a role in a namespace. */
  ROLE_BINDING("rbac.authorization.k8s.io", "RoleBinding", "rolebindings", true),
  /** The subjects of a role in the whole cluster. */
  CLUSTER_ROLE_BINDING(
      "rbac.authorization.k8s.io", "ClusterRoleBinding", "clusterrolebindings", false),
  /** An identity of pods. */
  SERVICE_ACCOUNT("", "ServiceAccount", "serviceaccounts", true);

  private static final Shape RULES =
      list(
          open(
              Map.of(
                  "apiGroups", list(TEXT),
                  "resources", list(TEXT),
                  "verbs", list(TEXT),
                  "resourceNames", list(TEXT),
                  "nonResourceURLs", list(TEXT))));

  private static final Shape SELECTOR =
      open(
          Map.of(
              "matchLabels",
              TEXTS,
              "matchExpressions",
              list(open(Map.of("key", TEXT, "operator", TEXT, "values", list(TEXT))))));

  private static final Shape SHAPE =
      objectWith(
          Map.of(
              "rules",
              RULES,
              "aggregationRule",
              open(Map.of("clusterRoleSelectors", list(SELECTOR))),
              "subjects",
              list(open(Map.of("kind", TEXT, "apiGroup", TEXT, "name", TEXT, "namespace", TEXT))),
              "roleRef",
              open(Map.of("apiGroup", TEXT, "kind", TEXT, "name", TEXT)),
              "automountServiceAccountToken",
              FLAG));

  private final String group;
  private final String kind;
  private final String plural;
  private final boolean namespaced;

  AccessKind(String group, String kind, String plural, boolean namespaced) {
    this.group = group;
    this.kind = kind;
    this.plural = plural;
    this.namespaced = namespaced;
  }

  /** Returns the kinds in the order in which they are read from a cluster. */
  public static List<AccessKind> all() {
    return List.of(values());
  }

  /** Returns the kind with this group and name; older versions have the same fields. */
  static Optional<AccessKind> of(String apiVersion, String kind) {
    String group = Kinds.group(apiVersion);
    return Arrays.stream(values())
        .filter(each -> each.kind.equals(kind) && each.group.equals(group))
        .findFirst();
  }

  /** Returns the name of the kind. */
  public String kind() {
    return kind;
  }

  /** Returns the group and version that servers have. */
  public String apiVersion() {
    return group.isEmpty() ? "v1" : group + "/v1";
  }

  /** Returns the name in paths. */
  public String plural() {
    return plural;
  }

  /** Whether its objects have namespaces. */
  public boolean namespaced() {
    return namespaced;
  }

  /** Returns the fields that are read, of all of these kinds together. */
  static Shape shape() {
    return SHAPE;
  }
}
