package dev.zonec.kubernetes.world;

import dev.zonec.kubernetes.manifest.KindNames;
import dev.zonec.kubernetes.manifest.PoolShapes;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicyObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an object.
 *
 * @param kind its kind
 * @param namespace its namespace; empty for cluster-scoped kinds
 * @param name its name; empty if it is missing
 */
record ObjectName(String kind, String namespace, String name) {
  static ObjectName of(HasMetadata object, String defaultNamespace) {
    ObjectMeta metadata = metadata(object);
    boolean inNamespace =
        !(object instanceof Namespace)
            && !(object instanceof Node)
            && !(object instanceof ClusterPolicyObject)
            && !PoolShapes.isPool(object.getApiVersion(), object.getKind());
    @Nullable String namespace = metadata.getNamespace();
    boolean named = namespace != null && !namespace.isEmpty();
    return new ObjectName(
        KindNames.of(object.getApiVersion(), object.getKind()),
        inNamespace ? (named ? namespace : defaultNamespace) : "",
        Optional.ofNullable(metadata.getName()).orElse(""));
  }

  static Map<String, String> labels(@Nullable ObjectMeta metadata) {
    @Nullable Map<String, String> labels = metadata == null ? null : metadata.getLabels();
    return labels == null ? Map.of() : labels;
  }

  /**
   * Returns the controller of {@code object}, unless it is a node, as for static pods. An owner
   * without a kind is assumed to have the object's kind.
   */
  Optional<ObjectName> controllerOf(HasMetadata object) {
    @Nullable List<OwnerReference> owners = metadata(object).getOwnerReferences();
    if (owners == null) {
      return Optional.empty();
    }
    return owners.stream()
        .filter(owner -> Boolean.TRUE.equals(owner.getController()))
        .filter(owner -> owner.getName() != null && !"Node".equals(owner.getKind()))
        .findFirst()
        .map(
            owner ->
                new ObjectName(
                    isWritten(owner.getKind())
                        ? KindNames.of(owner.getApiVersion(), owner.getKind())
                        : kind,
                    namespace,
                    owner.getName()));
  }

  /** Whether the kind was written. Otherwise it is the name of the model class. */
  private static boolean isWritten(@Nullable String kind) {
    return kind != null && !kind.isEmpty() && !kind.equals("OwnerReference");
  }

  private static ObjectMeta metadata(HasMetadata object) {
    @Nullable ObjectMeta metadata = object.getMetadata();
    return metadata == null ? new ObjectMeta() : metadata;
  }

  @Override
  public String toString() {
    return kind + " `" + (namespace.isEmpty() ? name : namespace + "/" + name) + "`";
  }
}
