package dev.zonec.response.quarantine;

import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.label.Selector;
import dev.zonec.response.change.Change;
import dev.zonec.response.change.Denial;
import dev.zonec.response.change.NarrowedSubject;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.change.PolicyKind;
import dev.zonec.response.change.Relabelling;
import dev.zonec.response.plugin.NetworkPlugin;
import dev.zonec.response.plugin.PluginDenials;
import dev.zonec.response.plugin.PluginPolicies;
import dev.zonec.verifier.proof.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists the changes that may isolate pods, the one that changes least first.
 *
 * <p>Every change labels the pods and adds a NetworkPolicy that selects this label and admits
 * nothing else. NetworkPolicies only add up, so a policy that selects the pods and has rules still
 * admits what its rules say. Three measures prevent that: a cluster-scoped policy that denies
 * first; labels that no such policy selects; and narrowed subjects of the policies that select the
 * pods whatever their labels are. The last changes combine everything that the means permit with
 * each combination of labels, so if they do not isolate the pods, no change does.
 */
final class Candidates {
  /** The most combinations of labels that are tried. */
  private static final int MOST_LABELS = 64;

  private final World world;
  private final Isolation isolation;
  private final Optional<NetworkPlugin> plugin;
  private final Optional<Denial> firstDenial;
  private final boolean onlyWithDenial;
  private final PolicyTexts texts;

  /** The new labels, which several candidates share; null until one needs them. */
  private @Nullable NewLabels newLabels;

  /**
   * @param plugins the objects of network plugins in the inputs
   * @param gaps inputs that are not modelled. A change without a plugin's denial is not listed if
   *     only this denial overrules some of them
   */
  Candidates(World world, Isolation isolation, PluginPolicies plugins, List<Gap> gaps) {
    this.world = world;
    this.isolation = isolation;
    Optional<PolicyKind> kind = isolation.means().denyingFirst(world, plugins);
    this.plugin = kind.flatMap(NetworkPlugin::of);
    this.onlyWithDenial = plugin.filter(each -> plugins.overrules(each, gaps)).isPresent();
    this.texts = new PolicyTexts(isolation.id(), isolation.allowed());
    SortedSet<String> namespaces = new TreeSet<>();
    isolation.targets().forEach(target -> namespaces.add(target.namespace().name()));
    this.firstDenial =
        plugin.isPresent()
            ? new PluginDenials(world, plugins).isolating(plugin.get(), texts.isolating(namespaces))
            : kind.map(each -> Denial.of(texts.denial(each, namespaces)));
  }

  /** Returns why no candidate has the denial that the means ask for; empty if there is one. */
  Optional<String> absence() {
    return plugin.filter(each -> firstDenial.isEmpty()).map(PluginDenials::absence);
  }

  /** Returns the candidates. Each is made when the stream reaches it. */
  Stream<Candidate> all() {
    List<Optional<Denial>> denials = new ArrayList<>();
    if (firstDenial.isEmpty() || !onlyWithDenial) {
      denials.add(Optional.empty());
    }
    if (firstDenial.isPresent()) {
      denials.add(firstDenial);
    }
    List<Supplier<Candidate>> all = new ArrayList<>();
    if (firstDenial.isPresent()) {
      all.add(() -> keepingLabels(firstDenial, List.of()));
    }
    if (isolation.keepLabels()) {
      denials.forEach(denial -> all.add(() -> keepingLabels(denial, selecting())));
    } else {
      for (boolean narrows : List.of(false, true)) {
        denials.forEach(denial -> all.add(() -> relabelling(denial, narrows)));
      }
    }
    return all.stream().map(Supplier::get);
  }

  /** Whether {@link #withOtherLabels} has a candidate for all labels that policies tell apart. */
  boolean triesAllLabels() {
    return isolation.keepLabels() || combinations() <= MOST_LABELS;
  }

  private double combinations() {
    return Math.pow(LabelChoices.of(world).count(), isolation.targets().size());
  }

  /**
   * Returns further candidates, with all measures and each combination of labels. A policy of the
   * Admin tier that accepts can matter or not, depending on the others, so the labels that avoid
   * most policies are not always the right ones.
   */
  Stream<Candidate> withOtherLabels() {
    if (isolation.keepLabels() || !triesAllLabels()) {
      return Stream.empty();
    }
    LabelChoices choices = LabelChoices.of(world);
    SortedSet<String> keys = new TreeSet<>(choices.values().keySet());
    List<SortedMap<String, String>> each = choices.all(label());
    List<List<SortedMap<String, String>>> all = List.of(List.of());
    for (int i = 0; i < isolation.targets().size(); i++) {
      all =
          all.stream()
              .flatMap(
                  sets ->
                      each.stream()
                          .map(set -> Stream.concat(sets.stream(), Stream.of(set)).toList()))
              .toList();
    }
    return all.stream().map(sets -> relabelling(firstDenial, labels(sets, keys), true));
  }

  /** Returns the policies with rules that may select the pods as they are, narrowed. */
  private List<NarrowedSubject> selecting() {
    return isolation.targets().stream()
        .flatMap(target -> admitting(target).stream().filter(policy -> selectsAny(policy, target)))
        .map(this::narrowed)
        .toList();
  }

  private Candidate keepingLabels(Optional<Denial> denial, List<NarrowedSubject> narrowed) {
    List<Relabelling> relabelled = new ArrayList<>();
    SortedMap<String, List<Selector>> pods = new TreeMap<>();
    for (Target target : isolation.targets()) {
      String namespace = target.namespace().name();
      relabelled.add(new Relabelling(namespace, label(), new TreeSet<>()));
      SortedSet<String> keys = mentioned(target);
      pods.put(
          namespace,
          target.pods().stream()
              .flatMap(TargetPods::labels)
              .map(labels -> labels.with(Quarantine.LABEL, isolation.id(), keys))
              .distinct()
              .toList());
    }
    return new Candidate(new Change(denial, objects(), narrowed, relabelled), pods);
  }

  /**
   * Removes the labels of the pods, and sets labels where policies select pods without them.
   *
   * @param narrows whether to narrow the policies that select the pods all the same
   */
  private Candidate relabelling(Optional<Denial> denial, boolean narrows) {
    return relabelling(denial, newLabels(), narrows);
  }

  private Candidate relabelling(Optional<Denial> denial, NewLabels labels, boolean narrows) {
    List<NarrowedSubject> narrowed =
        narrows ? labels.selecting().stream().map(this::narrowed).toList() : List.of();
    return new Candidate(
        new Change(denial, objects(), narrowed, labels.relabelled()), labels.pods());
  }

  /**
   * New labels with which as few policies as possible select the pods.
   *
   * @param relabelled the labels, by namespace
   * @param pods for each namespace, the selector of pods with these labels
   * @param selecting the policies with rules that select the pods all the same
   */
  private record NewLabels(
      List<Relabelling> relabelled,
      SortedMap<String, List<Selector>> pods,
      List<Policy> selecting) {}

  private NewLabels newLabels() {
    NewLabels known = newLabels;
    if (known == null) {
      known = searched();
      newLabels = known;
    }
    return known;
  }

  private NewLabels searched() {
    List<SortedMap<String, String>> sets = new ArrayList<>();
    for (Target target : isolation.targets()) {
      List<Selector> escaped = new ArrayList<>();
      SortedMap<String, String> set = label();
      for (Selector selector : acceptingFirst(target)) {
        set = escape(escaped, selector, set);
      }
      for (Policy policy : admitting(target)) {
        set = escape(escaped, policy.subject(), set);
      }
      sets.add(set);
    }
    return labels(sets, new TreeSet<>());
  }

  /**
   * Returns new labels, given those to set on the pods of each target.
   *
   * @param absent further keys of labels that the pods lose if they are not set
   */
  private NewLabels labels(List<SortedMap<String, String>> sets, SortedSet<String> absent) {
    List<Policy> selecting = new ArrayList<>();
    List<Relabelling> relabelled = new ArrayList<>();
    SortedMap<String, List<Selector>> pods = new TreeMap<>();
    for (int i = 0; i < sets.size(); i++) {
      SortedMap<String, String> set = sets.get(i);
      Target target = isolation.targets().get(i);
      String namespace = target.namespace().name();
      admitting(target).stream()
          .filter(policy -> policy.subject().matches(set))
          .forEach(selecting::add);
      SortedSet<String> mentioned = mentioned(target);
      mentioned.addAll(absent);
      // Controllers and webhooks can add labels that are not known here.
      SortedSet<String> removed = target.keys();
      removed.addAll(mentioned);
      removed.removeAll(set.keySet());
      relabelled.add(new Relabelling(namespace, set, removed));
      pods.put(
          namespace,
          List.of(new PodLabels(set, true).with(Quarantine.LABEL, isolation.id(), mentioned)));
    }
    return new NewLabels(relabelled, pods, selecting);
  }

  /**
   * Returns labels that {@code selector} does not match either; {@code labels} if there are none.
   */
  private SortedMap<String, String> escape(
      List<Selector> escaped, Selector selector, SortedMap<String, String> labels) {
    escaped.add(selector);
    Optional<SortedMap<String, String>> found = LabelEscape.from(escaped, label());
    if (found.isEmpty()) {
      escaped.removeLast();
    }
    return found.orElse(labels);
  }

  private SortedMap<String, String> label() {
    return new TreeMap<>(Map.of(Quarantine.LABEL, isolation.id()));
  }

  private List<NewObject> objects() {
    return isolation.targets().stream()
        .map(target -> texts.networkPolicy(target.namespace().name()))
        .toList();
  }

  private NarrowedSubject narrowed(Policy policy) {
    return new NarrowedSubject(policy, Quarantine.LABEL);
  }

  /** Returns the policies of the namespace of {@code target} that admit something. */
  private List<Policy> admitting(Target target) {
    return world.policies().stream()
        .filter(policy -> policy.namespace().equals(target.namespace().name()))
        .filter(policy -> !policy.ingress().isEmpty() || !policy.egress().isEmpty())
        .toList();
  }

  private static boolean selectsAny(Policy policy, Target target) {
    return target.pods().stream()
        .flatMap(TargetPods::labels)
        .anyMatch(labels -> labels.mayMeet(policy.subject()));
  }

  /** Returns the subjects of policies that can accept a connection before NetworkPolicies do. */
  private List<Selector> acceptingFirst(Target target) {
    return world.clusterPolicies().stream()
        .filter(policy -> policy.tier() == Tier.ADMIN)
        .filter(policy -> maySelect(policy, target))
        .filter(
            policy ->
                Stream.concat(policy.ingress().stream(), policy.egress().stream())
                    .map(ClusterRule::action)
                    .anyMatch(Action.ACCEPT::equals))
        .map(policy -> policy.subject().pods())
        .toList();
  }

  private static boolean maySelect(ClusterPolicy policy, Target target) {
    // Labels of a namespace that no manifest declares are unknown.
    return !target.namespace().declared()
        || policy.subject().namespaces().matches(target.namespace().labels());
  }

  /** Returns the keys that the subjects of policies of the namespace mention. */
  private SortedSet<String> mentioned(Target target) {
    SortedSet<String> keys = new TreeSet<>();
    Stream.concat(
            world.policies().stream()
                .filter(policy -> policy.namespace().equals(target.namespace().name()))
                .map(Policy::subject),
            world.clusterPolicies().stream().map(policy -> policy.subject().pods()))
        .forEach(subject -> subject.requirements().forEach(each -> keys.add(each.key())));
    return keys;
  }
}
