package dev.zonec.response.change;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.kubernetes.world.WorldReading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change of a cluster.
 *
 * @param added the objects to apply; they replace objects of the same kind and name
 * @param narrowed the policies whose subject is narrowed
 * @param relabelled the labels of pods that change
 * @param rewritten the policies whose rules change
 */
public record Change(
    List<NewObject> added,
    List<NarrowedSubject> narrowed,
    List<Relabelling> relabelled,
    List<RewrittenPolicy> rewritten) {
  /** Changes no rules. */
  public Change(
      List<NewObject> added, List<NarrowedSubject> narrowed, List<Relabelling> relabelled) {
    this(added, narrowed, relabelled, List.of());
  }

  /** Adds policies and changes the rules of policies. */
  public Change(List<NewObject> added, List<RewrittenPolicy> rewritten) {
    this(added, List.of(), List.of(), rewritten);
  }

  /** Copies the lists. */
  public Change {
    added = List.copyOf(added);
    narrowed = List.copyOf(narrowed);
    relabelled = List.copyOf(relabelled);
    rewritten = List.copyOf(rewritten);
  }

  /** Whether nothing changes. */
  public boolean isEmpty() {
    return added.isEmpty() && narrowed.isEmpty() && relabelled.isEmpty() && rewritten.isEmpty();
  }

  /** Returns the text of the added objects, as one YAML stream. */
  public String text() {
    return NewObject.stream(added);
  }

  /**
   * Returns {@code world} with the policies of the change. The added and rewritten policies are
   * read back from their text.
   *
   * @throws IllegalStateException if they cannot be read, which is a bug
   */
  public World in(World world) {
    if (isEmpty()) {
      return world;
    }
    String text =
        NewObject.stream(
            Stream.concat(added.stream(), rewritten.stream().map(RewrittenPolicy::object))
                .toList());
    WorldReading read =
        new WorldReader().read(ManifestReader.read(List.of(new SourceText("(planned)", text))));
    if (!read.problems().isEmpty()) {
      throw new IllegalStateException("a planned policy is not valid: " + read.problems());
    }
    List<Policy> policies = new ArrayList<>(read.world().policies());
    for (Policy policy : world.policies()) {
      if (policies.stream().noneMatch(policy::isSame)) {
        policies.add(after(policy));
      }
    }
    policies.sort(Policy.ORDER);
    List<ClusterPolicy> clusterPolicies = new ArrayList<>(read.world().clusterPolicies());
    for (ClusterPolicy policy : world.clusterPolicies()) {
      if (clusterPolicies.stream().noneMatch(policy::isSame)) {
        clusterPolicies.add(policy);
      }
    }
    clusterPolicies.sort(ClusterPolicy.ORDER);
    return world.withPolicies(policies).withClusterPolicies(clusterPolicies);
  }

  private Policy after(Policy policy) {
    return narrowed.stream()
        .filter(each -> each.policy().isSame(policy))
        .findFirst()
        .map(NarrowedSubject::after)
        .orElse(policy);
  }
}
