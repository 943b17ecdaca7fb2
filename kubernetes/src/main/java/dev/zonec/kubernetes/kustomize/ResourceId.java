package dev.zonec.kubernetes.kustomize;

import dev.zonec.kubernetes.manifest.Tree;
import java.util.Set;

/**
 * What tells an object from others of a build.
 *
 * @param group its API group; empty for the core's
 * @param version its API version
 * @param kind its kind
 * @param name its name
 * @param namespace the namespace that it names; empty if it names none
 */
record ResourceId(String group, String version, String kind, String name, String namespace) {
  /** The kinds without a namespace of which kustomize knows that; it takes others to have one. */
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

  /** kustomize gives these a namespace, which the API server takes away. */
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

  /** Whether {@code namespace:} leaves the object alone. */
  boolean keepsOutOfNamespaces() {
    return isClusterScoped() || SERVED_WITHOUT_NAMESPACE.contains(group + " " + kind);
  }

  /** The namespace, as kustomize compares it. */
  String effectiveNamespace() {
    if (isClusterScoped()) {
      return "_non_namespaceable_";
    }
    return namespace.isEmpty() ? "default" : namespace;
  }

  boolean matches(ResourceId other) {
    return withNamespace().equals(other.withNamespace());
  }

  /** The same with the namespace that it is compared by: equal for one object. */
  ResourceId withNamespace() {
    return new ResourceId(group, version, kind, name, effectiveNamespace());
  }

  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
