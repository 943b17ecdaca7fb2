package dev.zonec.application.incident;

import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.manifest.UnmodelledPolicy;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.world.World;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The ids of changes: values of labels, and parts of the names of policies. */
final class ChangeId {
  /** The greatest length of a derived id. */
  private static final int LONGEST = 40;

  private ChangeId() {}

  /**
   * Returns an id that is derived from {@code text}, such as the name of an end.
   *
   * @param otherwise the id if the text has no letter and no digit
   */
  static String of(String text, String otherwise) {
    String plain = text.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    String cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-$", "");
    return cut.isEmpty() ? otherwise : cut.toLowerCase(Locale.ROOT);
  }

  /** Returns {@code id}, or the id with the first number with which it is not {@code used}. */
  static String unused(String id, Predicate<String> used) {
    String found = id;
    for (int i = 2; used.test(found); i++) {
      found = id + "-" + i;
    }
    return found;
  }

  /** Returns the names of all policies, also of those that are not modelled. */
  static Stream<String> policyNames(World world, Manifests manifests) {
    return Stream.of(
            world.policies().stream().map(Policy::name),
            world.clusterPolicies().stream().map(ClusterPolicy::name),
            manifests.unmodelled().stream().map(UnmodelledPolicy::name))
        .flatMap(names -> names);
  }
}
