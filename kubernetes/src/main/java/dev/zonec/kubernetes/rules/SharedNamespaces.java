package dev.zonec.kubernetes.rules;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One set of namespaces for the rules of two worlds, whose labels may differ.
 *
 * <p>A namespace whose labels both worlds know and agree on has these labels. A namespace whose
 * labels some world does not know has unknown labels; the other world's rules do not look at them.
 * If both worlds know the labels and they differ, the shared namespace has those of the first
 * world.
 *
 * <p>{@link #translate} rewrites the rules of a world so that they mean over the shared namespaces
 * what they mean over the world's own. Where the labels are not those of the world, a selector is
 * replaced by the names of the namespaces that it matches there.
 */
public final class SharedNamespaces {
  private final TreeMap<String, Namespace> shared = new TreeMap<>();

  /** Combines the namespaces {@code some} of one world and {@code others} of another. */
  public SharedNamespaces(Collection<Namespace> some, Collection<Namespace> others) {
    some.forEach(namespace -> shared.put(namespace.name(), namespace));
    TreeMap<String, Namespace> later = new TreeMap<>();
    others.forEach(namespace -> later.put(namespace.name(), namespace));
    shared.replaceAll(
        (name, namespace) -> {
          Namespace other = later.getOrDefault(name, Namespace.undeclared(name));
          return other.declared() ? namespace : other;
        });
    later.keySet().forEach(name -> shared.putIfAbsent(name, Namespace.undeclared(name)));
  }

  /** Returns the namespaces, sorted by name. */
  public List<Namespace> all() {
    return List.copyOf(shared.values());
  }

  /**
   * Returns {@code rules} as they are to be read over the shared namespaces.
   *
   * @param own the namespaces of the rules' world, which is one of the two
   */
  public PolicySet translate(PolicySet rules, Collection<Namespace> own) {
    List<Namespace> different =
        own.stream()
            .filter(Namespace::declared)
            .filter(namespace -> !namespace.equals(shared.get(namespace.name())))
            .toList();
    return different.isEmpty() ? rules : new Translation(different).of(rules);
  }

  /**
   * A translation for a world that knows other labels of {@code different} than the shared ones.
   */
  private record Translation(List<Namespace> different) {
    PolicySet of(PolicySet rules) {
      return new PolicySet(
          rules.tiers().stream()
              .map(
                  tier ->
                      new RuleTier(
                          tier.name(), tier.levels().stream().map(this::of).toList(), tier.skip()))
              .toList());
    }

    private Level of(Level level) {
      List<Chain> chains = new ArrayList<>();
      for (Chain chain : level.chains()) {
        List<ChainRule> rules = chain.rules().stream().map(this::of).toList();
        for (Ends.Pods subject : of(chain.subject())) {
          chains.add(
              new Chain(chain.owner(), subject, chain.hostNetwork(), chain.direction(), rules));
        }
      }
      return new Level(chains);
    }

    private ChainRule of(ChainRule rule) {
      List<Ends> peers = new ArrayList<>();
      for (Ends peer : rule.peers()) {
        switch (peer) {
          case Ends.Pods pods -> peers.addAll(of(pods));
          case Ends.Anyone other -> peers.add(other);
          case Ends.Addresses other -> peers.add(other);
          case Ends.Nodes other -> peers.add(other);
          case Ends.OwnNode other -> peers.add(other);
          case Ends.DomainNames other -> peers.add(other);
        }
      }
      return new ChainRule(rule.action(), peers, rule.traffic(), rule.onlyIf(), rule.span());
    }

    /** The pods of namespaces with shared labels, and those of each other namespace. */
    private List<Ends.Pods> of(Ends.Pods pods) {
      if (!(pods.namespaces() instanceof NamespaceSet.Matching(Selector labels))
          || asksOnlyNames(labels)) {
        return List.of(pods);
      }
      List<Ends.Pods> out = new ArrayList<>();
      SortedSet<String> names = new TreeSet<>();
      different.forEach(namespace -> names.add(namespace.name()));
      Selector others =
          labels.and(new Selector(List.of(new Requirement.NotIn(Namespace.NAME_LABEL, names))));
      out.add(new Ends.Pods(new NamespaceSet.Matching(others), pods.pods(), pods.span()));
      for (Namespace namespace : different) {
        if (labels.matches(namespace.labels())) {
          out.add(
              new Ends.Pods(new NamespaceSet.Named(namespace.name()), pods.pods(), pods.span()));
        }
      }
      return out;
    }

    private static boolean asksOnlyNames(Selector labels) {
      return labels.requirements().stream()
          .allMatch(requirement -> requirement.key().equals(Namespace.NAME_LABEL));
    }
  }
}
