package dev.zonec.checker.mention;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.claim.NamespaceExtent;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.MentionedValues;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The namespaces, label keys and label values that policies, the program and the objects mention,
 * with their numbers.
 */
public final class Mentions {
  /** The number of a label that is absent. */
  public static final BigInteger ABSENT = BigInteger.ZERO;

  private final SortedMap<String, SortedSet<String>> podLabels;
  private final SortedMap<String, SortedSet<String>> namespaceLabels;
  private final List<NamedNamespace> namespaces = new ArrayList<>();
  private final Map<String, NamedNamespace> byName = new TreeMap<>();
  private final boolean others;

  /**
   * A namespace that something mentions.
   *
   * @param number its number, from 0
   * @param labels its labels; empty if they are unknown
   */
  public record NamedNamespace(
      String name, BigInteger number, Optional<Map<String, String>> labels) {}

  private Mentions(CheckedRun run, Collection collection) {
    podLabels = MentionedValues.of(collection.ofPods);
    namespaceLabels = MentionedValues.of(collection.ofNamespaces);
    collection.names.addAll(
        Optional.ofNullable(namespaceLabels.remove(Namespace.NAME_LABEL)).orElse(new TreeSet<>()));
    Map<String, Namespace> known = new TreeMap<>();
    run.world().namespaces().forEach(namespace -> known.put(namespace.name(), namespace));
    collection.names.forEach(name -> known.putIfAbsent(name, Namespace.undeclared(name)));
    for (Namespace namespace : known.values()) {
      boolean all = namespace.declared() || run.namespaces() == NamespaceExtent.DECLARED;
      namespaces.add(
          new NamedNamespace(
              namespace.name(),
              BigInteger.valueOf(namespaces.size()),
              all ? Optional.of(namespace.labels()) : Optional.empty()));
    }
    namespaces.forEach(namespace -> byName.put(namespace.name(), namespace));
    others = run.namespaces() == NamespaceExtent.ANY;
  }

  /** Returns what {@code run} mentions. */
  public static Mentions of(CheckedRun run) {
    Collection collection = new Collection();
    run.world().policies().forEach(collection::add);
    run.world().clusterPolicies().forEach(collection::add);
    run.program().parties().forEach(collection::add);
    run.excluded().forEach(collection::add);
    return new Mentions(run, collection);
  }

  /** Returns the named namespaces, in the order of their numbers. */
  public List<NamedNamespace> namespaces() {
    return Collections.unmodifiableList(namespaces);
  }

  /** Returns the namespace, which must be mentioned. */
  public NamedNamespace namespace(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(() -> new IllegalArgumentException("not mentioned: namespace " + name));
  }

  /** Whether something mentions the namespace. */
  public boolean names(String namespace) {
    return byName.containsKey(namespace);
  }

  /** Whether namespaces that nothing mentions can exist. */
  public boolean others() {
    return others;
  }

  /** Returns the values that are mentioned for each key of labels of pods. */
  public SortedMap<String, SortedSet<String>> podLabels() {
    return podLabels;
  }

  /** Returns the values that are mentioned for each key of labels of namespaces. */
  public SortedMap<String, SortedSet<String>> namespaceLabels() {
    return namespaceLabels;
  }

  /** Returns the values that are mentioned for a key of labels of pods, which is mentioned. */
  public SortedSet<String> podValues(String key) {
    return values(podLabels, key);
  }

  /**
   * Returns the values that are mentioned for a key of labels of namespaces, which is mentioned.
   */
  public SortedSet<String> namespaceValues(String key) {
    return values(namespaceLabels, key);
  }

  private static SortedSet<String> values(SortedMap<String, SortedSet<String>> labels, String key) {
    return Optional.ofNullable(labels.get(key))
        .orElseThrow(() -> new IllegalArgumentException("not mentioned: label " + key));
  }

  /** Returns the number of {@code value}, which must be in {@code mentioned}. */
  public static BigInteger number(SortedSet<String> mentioned, String value) {
    if (!mentioned.contains(value)) {
      throw new IllegalArgumentException("not mentioned: label value " + value);
    }
    return BigInteger.valueOf(mentioned.headSet(value).size() + 1L);
  }

  /** Collects selectors and names. */
  private static final class Collection {
    private final List<Selector> ofPods = new ArrayList<>();
    private final List<Selector> ofNamespaces = new ArrayList<>();
    private final SortedSet<String> names = new TreeSet<>();

    void add(Policy policy) {
      names.add(policy.namespace());
      ofPods.add(policy.subject());
      Stream.concat(policy.ingress().stream(), policy.egress().stream())
          .map(Rule::peers)
          .forEach(peers -> peers.forEach(this::add));
    }

    private void add(Peer peer) {
      if (peer instanceof Peer.Pods(Peer.Namespaces in, Selector pods, var span)) {
        ofPods.add(pods);
        if (in instanceof Peer.Namespaces.Matching(Selector labels)) {
          ofNamespaces.add(labels);
        }
      }
    }

    void add(ClusterPolicy policy) {
      for (Direction direction : Direction.values()) {
        for (ClusterRule rule : MatchingRules.of(policy, direction)) {
          ofNamespaces.add(policy.subject().namespaces());
          ofPods.add(policy.subject().pods());
          if (!MatchingRules.failsClosed(rule)) {
            rule.peers().forEach(this::add);
          }
        }
      }
    }

    private void add(ClusterPeer peer) {
      if (peer instanceof ClusterPeer.Pods(Selector in, Selector pods, var span)) {
        ofNamespaces.add(in);
        ofPods.add(pods);
      }
    }

    void add(Party party) {
      switch (party) {
        case Party.Zone zone -> add(zone.pods());
        case Party.ForeignPods foreign -> add(foreign.pods());
        case Party.Others some -> add(some.pods());
        case Party.Addresses addresses -> {}
        case Party.Anyone anyone -> {}
      }
    }

    private void add(PodSet pods) {
      for (PodSet.Term term : pods.terms()) {
        ofPods.add(term.pods());
        switch (term.namespaces()) {
          case PodSet.NamespaceSet.Named(var some, var labels) -> {
            names.addAll(some);
            ofNamespaces.add(labels);
          }
          case PodSet.NamespaceSet.Selected(var labels) -> ofNamespaces.add(labels);
        }
      }
    }
  }
}
