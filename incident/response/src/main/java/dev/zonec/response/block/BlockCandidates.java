package dev.zonec.response.block;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import dev.zonec.response.change.Change;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.change.RewrittenPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lists the changes that may block addresses and ports, the one that changes least first.
 *
 * <p>A rule of a cluster-scoped policy denies before all NetworkPolicies. Its peers for ingress are
 * pods only, so it cannot deny connections from addresses; NetworkPolicies have to do that. They
 * only add up, so every rule that admits what is blocked is rewritten. Pods that no policy isolates
 * in a direction get a policy that admits everything else.
 */
final class BlockCandidates {
  private final World world;
  private final Coverage coverage;
  private final Blocking blocking;
  private final BlockTexts texts;

  /** The namespaces in which new policies would be too many. */
  private final List<String> tooMany = new ArrayList<>();

  BlockCandidates(World world, Coverage coverage, Blocking blocking) {
    this.world = world;
    this.coverage = coverage;
    this.blocking = blocking;
    this.texts = new BlockTexts(blocking.id(), blocking.blocked());
  }

  /** Returns the candidates. Each is made when the stream reaches it. */
  Stream<Change> all() {
    List<Supplier<Optional<Change>>> all = new ArrayList<>();
    all.add(() -> Optional.of(new Change(List.of(), List.of())));
    Optional<NewObject> first = firstDenial();
    first.ifPresent(
        denial -> {
          all.add(() -> Optional.of(new Change(List.of(denial), List.of())));
          all.add(() -> changed(List.of(denial), List.of(Direction.INGRESS), true));
        });
    all.add(() -> changed(List.of(), List.of(Direction.INGRESS, Direction.EGRESS), false));
    return all.stream().map(Supplier::get).flatMap(Optional::stream);
  }

  /** Returns the namespaces whose pods no few policies can select, in the candidates so far. */
  List<String> tooMany() {
    return tooMany.stream().distinct().toList();
  }

  private Optional<NewObject> firstDenial() {
    return blocking.means().denyingFirst(world).flatMap(texts::denial);
  }

  private Optional<Change> changed(
      List<NewObject> first, List<Direction> directions, boolean fromOutsideOnly) {
    List<NewObject> added = new ArrayList<>(first);
    for (Namespace namespace : world.namespaces()) {
      if (coverage.knows(namespace.name()) && !addNew(namespace.name(), directions, added)) {
        tooMany.add(namespace.name());
      }
    }
    if (!tooMany.isEmpty()) {
      return Optional.empty();
    }
    RuleRewriting rewriting = new RuleRewriting(blocking.blocked(), fromOutsideOnly);
    List<RewrittenPolicy> rewritten = new ArrayList<>();
    for (Policy policy : world.policies()) {
      Policy after = rewriting.of(policy, directions);
      if (!after.equals(policy)) {
        rewritten.add(new RewrittenPolicy(policy, after));
      }
    }
    return Optional.of(new Change(added, rewritten));
  }

  /**
   * Adds policies for the pods of {@code namespace} that no policy isolates.
   *
   * @return whether this is possible
   */
  private boolean addNew(String namespace, List<Direction> directions, List<NewObject> added) {
    Map<Selector, Set<Direction>> subjects = new LinkedHashMap<>();
    for (Direction direction : directions) {
      Optional<List<Selector>> free =
          UnselectedPods.by(
              world.policies().stream()
                  .filter(policy -> policy.namespace().equals(namespace))
                  .filter(policy -> policy.directions().contains(direction))
                  .map(Policy::subject)
                  .distinct()
                  .toList());
      if (free.isEmpty()) {
        return false;
      }
      for (Selector subject : free.get()) {
        subjects.computeIfAbsent(subject, each -> EnumSet.noneOf(Direction.class)).add(direction);
      }
    }
    int number = 0;
    for (Map.Entry<Selector, Set<Direction>> each : subjects.entrySet()) {
      number++;
      added.add(texts.networkPolicy(namespace, each.getKey(), each.getValue(), number));
    }
    return true;
  }
}
