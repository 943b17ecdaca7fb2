package dev.zonec.response.change;

import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.List;

/**
 * A NetworkPolicy that no longer selects pods with a label.
 *
 * @param policy the policy before the change
 * @param key the key of the label
 */
public record NarrowedSubject(Policy policy, String key) {
  /** Returns the policy after the change. */
  Policy after() {
    Selector absent = new Selector(List.of(new Requirement.DoesNotExist(key)));
    return new Policy(
        policy.namespace(),
        policy.name(),
        policy.subject().and(absent),
        policy.directions(),
        policy.ingress(),
        policy.egress(),
        policy.author(),
        policy.span());
  }
}
