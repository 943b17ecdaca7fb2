package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.manifest.WorkloadKinds;
import dev.zonec.kubernetes.policy.Absent;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds workloads and policies that name no namespace, which is then chosen when they are applied.
 */
public final class UnnamedNamespaces {
  private UnnamedNamespaces() {}

  /** Returns the objects in the order of the texts. */
  public static List<Span> of(Manifests manifests) {
    return manifests.objects().stream()
        .filter(each -> hasNoNamespace(each.object()))
        .filter(UnnamedNamespaces::isWorkloadOrPolicy)
        .map(each -> each.document().span())
        .toList();
  }

  private static boolean hasNoNamespace(HasMetadata object) {
    @Nullable ObjectMeta metadata = object.getMetadata();
    return metadata == null || Absent.orEmpty(metadata.getNamespace()).isEmpty();
  }

  private static boolean isWorkloadOrPolicy(ManifestObject object) {
    return object.object() instanceof NetworkPolicy
        || !object.templates().isEmpty()
        || WorkloadKinds.contains(object.kind());
  }
}
