package dev.zonec.response.change;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A NetworkPolicy with other rules. Its subject and its directions stay as they are.
 *
 * @param before the policy before the change
 * @param after the policy after the change
 */
public record RewrittenPolicy(Policy before, Policy after) {
  /** Returns the directions whose rules change. */
  public List<Direction> directions() {
    return List.of(Direction.INGRESS, Direction.EGRESS).stream()
        .filter(direction -> !before.rules(direction).equals(after.rules(direction)))
        .toList();
  }

  /** Returns the policy after the change as an object. */
  public NewObject object() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("apiVersion", "networking.k8s.io/v1");
    tree.put("kind", "NetworkPolicy");
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", after.name());
    metadata.put("namespace", after.namespace());
    tree.put("metadata", metadata);
    tree.put("spec", PolicyTree.spec(after));
    return new NewObject("networkpolicy", after.namespace(), after.name(), tree);
  }

  /**
   * Returns the policy after the change as an object.
   *
   * @param written the fields of the policy before the change, whose metadata is kept
   */
  public NewObject object(Map<String, Object> written) {
    Map<String, Object> tree = new LinkedHashMap<>(object().tree());
    if (written.get("metadata") instanceof Map<?, ?> metadata) {
      Map<String, Object> kept = new LinkedHashMap<>();
      for (String field : List.of("name", "namespace", "labels", "annotations")) {
        Object value = metadata.get(field);
        if (value != null) {
          kept.put(field, value);
        }
      }
      kept.put("namespace", after.namespace());
      tree.put("metadata", kept);
    }
    return new NewObject("networkpolicy", after.namespace(), after.name(), tree);
  }
}
