package dev.zonec.response.change;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.kubernetes.world.WorldReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change of a cluster.
 *
 * @param added the objects to apply; they replace objects of the same kind and name
 * @param narrowed the policies whose subject is narrowed
 * @param relabelled the labels of pods that change
 * @param rewritten the policies whose rules change
 * @param meanings policies that mean the same as those added objects of which worlds contain no
 *     policies
 */
public record Change(
    List<NewObject> added,
    List<NarrowedSubject> narrowed,
    List<Relabelling> relabelled,
    List<RewrittenPolicy> rewritten,
    List<ClusterPolicy> meanings) {
  /**
   * Changes no rules.
   *
   * @param denial policies that deny first
   * @param added further policies
   */
  public Change(
      Optional<Denial> denial,
      List<NewObject> added,
      List<NarrowedSubject> narrowed,
      List<Relabelling> relabelled) {
    this(joined(denial, added), narrowed, relabelled, List.of(), meanings(denial));
  }

  /**
   * Adds policies and changes the rules of policies.
   *
   * @param denial policies that deny first
   * @param added further policies
   */
  public Change(Optional<Denial> denial, List<NewObject> added, List<RewrittenPolicy> rewritten) {
    this(joined(denial, added), List.of(), List.of(), rewritten, meanings(denial));
  }

  private static List<NewObject> joined(Optional<Denial> denial, List<NewObject> added) {
    return Stream.concat(denial.stream().flatMap(each -> each.objects().stream()), added.stream())
        .toList();
  }

  private static List<ClusterPolicy> meanings(Optional<Denial> denial) {
    return denial.flatMap(Denial::meaning).stream().toList();
  }

  /** Copies the lists. */
  public Change {
    added = List.copyOf(added);
    narrowed = List.copyOf(narrowed);
    relabelled = List.copyOf(relabelled);
    rewritten = List.copyOf(rewritten);
    meanings = List.copyOf(meanings);
  }

  /** Whether the change denies with a policy of {@code kind} that worlds do not contain. */
  public boolean deniesWith(PolicyKind kind) {
    return meanings.stream().anyMatch(each -> each.kind().equals(kind.kind()));
  }

  /** Whether the change consists of nothing but a denial of kinds that worlds do not contain. */
  public boolean isOnlyDenial() {
    return !meanings.isEmpty()
        && narrowed.isEmpty()
        && relabelled.isEmpty()
        && rewritten.isEmpty()
        && added.stream().noneMatch(each -> each.isOf(PolicyKind.NETWORK));
  }

  /** Returns the change without the policies that worlds do not contain. */
  public Change withoutMeanings() {
    return new Change(added, narrowed, relabelled, rewritten, List.of());
  }

  /**
   * Returns the added objects in the order in which they are deleted: a tier after its policies.
   */
  public List<NewObject> deleted() {
    return added.stream()
        .sorted(Comparator.comparing(each -> each.isOf(PolicyKind.CALICO_TIER)))
        .toList();
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
   * read back from their text, except those for which there is a meaning.
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
    clusterPolicies.addAll(meanings);
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
