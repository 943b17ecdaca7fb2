package dev.zonec.response.change;

import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import java.util.List;
import java.util.Optional;

/**
 * Policies that deny before NetworkPolicies.
 *
 * @param objects the objects, in the order in which they are applied
 * @param meaning a policy that means the same, if worlds do not contain policies of this kind;
 *     empty if the objects are read back from their text
 */
public record Denial(List<NewObject> objects, Optional<ClusterPolicy> meaning) {
  /** Copies the list. */
  public Denial {
    objects = List.copyOf(objects);
  }

  /** Returns a denial by one object that is read back from its text. */
  public static Denial of(NewObject object) {
    return new Denial(List.of(object), Optional.empty());
  }
}
