package dev.zonec.response.block;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import dev.zonec.response.change.Change;
import dev.zonec.response.change.Denial;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.change.PolicyKind;
import dev.zonec.response.change.RewrittenPolicy;
import dev.zonec.response.plugin.NetworkPlugin;
import dev.zonec.response.plugin.PluginDenials;
import dev.zonec.response.plugin.PluginPolicies;
import dev.zonec.verifier.proof.Gap;
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
 * in a direction get a policy that admits everything else. A policy of a network plugin denies both
 * directions.
 */
final class BlockCandidates {
  private final World world;
  private final Coverage coverage;
  private final Blocking blocking;
  private final BlockTexts texts;
  private final Optional<NetworkPlugin> plugin;
  private final Optional<Denial> firstDenial;
  private final boolean onlyWithDenial;

  /** The namespaces in which new policies would be too many. */
  private final List<String> tooMany = new ArrayList<>();

  /**
   * @param plugins the objects of network plugins in the inputs
   * @param gaps inputs that are not modelled. A change without a plugin's denial is not listed if
   *     only this denial overrules some of them
   */
  BlockCandidates(
      World world, Coverage coverage, Blocking blocking, PluginPolicies plugins, List<Gap> gaps) {
    this.world = world;
    this.coverage = coverage;
    this.blocking = blocking;
    this.texts = new BlockTexts(blocking.id(), blocking.blocked());
    Optional<PolicyKind> kind = blocking.means().denyingFirst(world, plugins);
    this.plugin = kind.flatMap(NetworkPlugin::of);
    this.firstDenial =
        plugin.isPresent()
            ? new PluginDenials(world, plugins).refusing(plugin.get(), texts.refusing())
            : kind.flatMap(texts::denial).map(Denial::of);
    this.onlyWithDenial =
        firstDenial.isPresent() && plugin.filter(each -> plugins.overrules(each, gaps)).isPresent();
  }

  /** Returns the candidates. Each is made when the stream reaches it. */
  Stream<Change> all() {
    List<Supplier<Optional<Change>>> all = new ArrayList<>();
    if (!onlyWithDenial) {
      all.add(() -> Optional.of(new Change(Optional.empty(), List.of(), List.of())));
    }
    if (firstDenial.isPresent()) {
      all.add(() -> Optional.of(new Change(firstDenial, List.of(), List.of())));
    }
    if (firstDenial.isPresent() && plugin.isEmpty()) {
      all.add(() -> changed(firstDenial, List.of(Direction.INGRESS), true));
    }
    if (!onlyWithDenial) {
      all.add(() -> changed(Optional.empty(), List.of(Direction.INGRESS, Direction.EGRESS), false));
    }
    return all.stream().map(Supplier::get).flatMap(Optional::stream);
  }

  /** Returns why no candidate has the denial that the means ask for; empty if there is one. */
  Optional<String> absence() {
    return plugin.filter(each -> firstDenial.isEmpty()).map(PluginDenials::absence);
  }

  /** Returns the namespaces whose pods no few policies can select, in the candidates so far. */
  List<String> tooMany() {
    return tooMany.stream().distinct().toList();
  }

  private Optional<Change> changed(
      Optional<Denial> first, List<Direction> directions, boolean fromOutsideOnly) {
    List<NewObject> added = new ArrayList<>();
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
    return Optional.of(new Change(first, added, rewritten));
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
