package dev.zonec.kubernetes.world;

import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.policy.Policy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Optional;

/** Reads how the subject of a NetworkPolicy is written, for patches of the object. */
public final class SubjectExpressions {
  private SubjectExpressions() {}

  /** Returns the number of {@code matchExpressions} of the subject of {@code policy}. */
  public static int count(Policy policy, Manifests manifests) {
    return manifests.objects().stream()
        .filter(each -> each.document().span().equals(policy.span()))
        .map(each -> each.object())
        .filter(NetworkPolicy.class::isInstance)
        .map(NetworkPolicy.class::cast)
        .flatMap(each -> Optional.ofNullable(each.getSpec()).stream())
        .flatMap(spec -> Optional.ofNullable(spec.getPodSelector()).stream())
        .flatMap(selector -> Optional.ofNullable(selector.getMatchExpressions()).stream())
        .map(List::size)
        .findFirst()
        .orElse(0);
  }
}
