package dev.zonec.kubernetes.world;

import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.policy.Policy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads NetworkPolicies as they are written, for patches and for changes that restore them. */
public final class WrittenPolicies {
  /** Created for the first policy, because it takes time. */
  private static final class Mapper {
    static final ObjectMapper SHARED = JsonMapper.builder().build();
  }

  private WrittenPolicies() {}

  /**
   * Returns the fields of {@code policy} that zonec reads, as maps and lists; empty if no manifest
   * contains it.
   */
  public static Optional<Map<String, Object>> tree(Policy policy, Manifests manifests) {
    return written(policy, manifests).map(WrittenPolicies::tree);
  }

  /** Returns the number of {@code matchExpressions} of the subject of {@code policy}. */
  public static int expressions(Policy policy, Manifests manifests) {
    return written(policy, manifests)
        .flatMap(each -> Optional.ofNullable(each.getSpec()))
        .flatMap(spec -> Optional.ofNullable(spec.getPodSelector()))
        .flatMap(selector -> Optional.ofNullable(selector.getMatchExpressions()))
        .map(List::size)
        .orElse(0);
  }

  private static Optional<NetworkPolicy> written(Policy policy, Manifests manifests) {
    return manifests.objects().stream()
        .filter(each -> each.document().span().equals(policy.span()))
        .map(each -> each.object())
        .filter(NetworkPolicy.class::isInstance)
        .map(NetworkPolicy.class::cast)
        .findFirst();
  }

  private static Map<String, Object> tree(Object policy) {
    Map<String, Object> tree = new LinkedHashMap<>();
    Map<?, ?> read = Mapper.SHARED.convertValue(policy, Map.class);
    read.forEach((name, value) -> tree.put(String.valueOf(name), value));
    return tree;
  }
}
