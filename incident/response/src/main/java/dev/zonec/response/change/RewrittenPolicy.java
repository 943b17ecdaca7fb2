package dev.zonec.response.change;

import dev.zonec.diagnostics.OrderedMap;
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
    return PolicyKind.NETWORK.object(
        OrderedMap.of("name", after.name(), "namespace", after.namespace()),
        PolicyTree.spec(after));
  }

  /**
   * Returns the policy after the change as an object.
   *
   * @param written the fields of the policy before the change, whose metadata is kept
   */
  public NewObject object(Map<String, Object> written) {
    if (!(written.get("metadata") instanceof Map<?, ?> metadata)) {
      return object();
    }
    Map<String, Object> kept = new LinkedHashMap<>();
    for (String field : List.of("name", "namespace", "labels", "annotations")) {
      Object value = metadata.get(field);
      if (value != null) {
        kept.put(field, value);
      }
    }
    kept.put("namespace", after.namespace());
    return PolicyKind.NETWORK.object(kept, PolicyTree.spec(after));
  }
}
