package dev.zonec.kubernetes.kustomize;

import dev.zonec.kubernetes.manifest.Tree;
import java.util.Set;

/**
 * The identity of an object in a build.
 *
 * @param group its API group; empty for the core group
 * @param version its API version
 * @param kind its kind
 * @param name its name
 * @param namespace the namespace that it names; empty if it names none
 */
record ResourceId(String group, String version, String kind, String name, String namespace) {
  /** Kinds that kustomize knows to be cluster-scoped. It treats all other kinds as namespaced. */
  private static final Set<String> CLUSTER_SCOPED =
      Set.of(
          " Namespace",
          " Node",
          " PersistentVolume",
          " ComponentStatus",
          "admissionregistration.k8s.io MutatingWebhookConfiguration",
          "admissionregistration.k8s.io ValidatingWebhookConfiguration",
          "admissionregistration.k8s.io ValidatingAdmissionPolicy",
          "admissionregistration.k8s.io ValidatingAdmissionPolicyBinding",
          "apiextensions.k8s.io CustomResourceDefinition",
          "apiregistration.k8s.io APIService",
          "certificates.k8s.io CertificateSigningRequest",
          "flowcontrol.apiserver.k8s.io FlowSchema",
          "flowcontrol.apiserver.k8s.io PriorityLevelConfiguration",
          "networking.k8s.io IngressClass",
          "node.k8s.io RuntimeClass",
          "policy PodSecurityPolicy",
          "rbac.authorization.k8s.io ClusterRole",
          "rbac.authorization.k8s.io ClusterRoleBinding",
          "scheduling.k8s.io PriorityClass",
          "storage.k8s.io CSIDriver",
          "storage.k8s.io CSINode",
          "storage.k8s.io StorageClass",
          "storage.k8s.io VolumeAttachment");

  /** Kinds to which kustomize adds a namespace, which the API server removes. */
  private static final Set<String> SERVED_WITHOUT_NAMESPACE =
      Set.of(
          "policy.networking.k8s.io AdminNetworkPolicy",
          "policy.networking.k8s.io BaselineAdminNetworkPolicy",
          "policy.networking.k8s.io ClusterNetworkPolicy");

  static ResourceId of(Tree.Mapping object) {
    String apiVersion = object.text("apiVersion").orElse("");
    int slash = apiVersion.indexOf('/');
    return new ResourceId(
        slash < 0 ? "" : apiVersion.substring(0, slash),
        apiVersion.substring(slash + 1),
        object.text("kind").orElse(""),
        metadata(object, "name"),
        metadata(object, "namespace"));
  }

  private static String metadata(Tree.Mapping object, String field) {
    return object.mapping("metadata").flatMap(metadata -> metadata.text(field)).orElse("");
  }

  boolean isClusterScoped() {
    return CLUSTER_SCOPED.contains(group + " " + kind);
  }

  /** Whether {@code namespace:} does not change the object. */
  boolean keepsOutOfNamespaces() {
    return isClusterScoped() || SERVED_WITHOUT_NAMESPACE.contains(group + " " + kind);
  }

  /** Returns the namespace that kustomize compares. */
  String effectiveNamespace() {
    if (isClusterScoped()) {
      return "_non_namespaceable_";
    }
    return namespace.isEmpty() ? "default" : namespace;
  }

  boolean matches(ResourceId other) {
    return withNamespace().equals(other.withNamespace());
  }

  /**
   * Returns a copy with the namespace that kustomize compares. Copies of one object's ids are
   * equal.
   */
  ResourceId withNamespace() {
    return new ResourceId(group, version, kind, name, effectiveNamespace());
  }

  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
