package dev.zonec.kubernetes.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rules by the namespace that they are about: a question about pods of few namespaces needs no
 * others.
 */
public final class RulesByNamespace {
  private final PolicySet all;
  private final List<List<Divided>> tiers = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();

  /** The chains of a level: those of namespaces that they name, and those of any namespace. */
  private record Divided(Map<String, List<Chain>> named, List<Chain> others) {
    static Divided of(Level level) {
      Divided divided = new Divided(new HashMap<>(), new ArrayList<>());
      for (Chain chain : level.chains()) {
        switch (chain.subject().namespaces()) {
          case NamespaceSet.Named(String name) ->
              divided.named().computeIfAbsent(name, n -> new ArrayList<>()).add(chain);
          case NamespaceSet.Matching matching -> divided.others().add(chain);
        }
      }
      return divided;
    }

    Level in(Collection<String> namespaces) {
      List<Chain> chains = new ArrayList<>(others);
      for (String namespace : namespaces) {
        chains.addAll(named.getOrDefault(namespace, List.of()));
      }
      return new Level(chains);
    }
  }

  /** Divides {@code all}. */
  public RulesByNamespace(PolicySet all) {
    this.all = all;
    for (RuleTier tier : all.tiers()) {
      List<Divided> levels = tier.levels().stream().map(Divided::of).toList();
      levels.forEach(level -> names.addAll(level.named().keySet()));
      tiers.add(levels);
    }
  }

  /** Returns the namespaces that some chain is about by name. */
  public Set<String> namespaces() {
    return names;
  }

  /**
   * Returns the rules that may concern pods of {@code namespaces}: those that name one of them, and
   * those that select namespaces by labels.
   */
  public PolicySet in(Collection<String> namespaces) {
    List<RuleTier> some = new ArrayList<>();
    for (int i = 0; i < tiers.size(); i++) {
      RuleTier tier = all.tiers().get(i);
      some.add(
          new RuleTier(
              tier.name(),
              tiers.get(i).stream().map(level -> level.in(namespaces)).toList(),
              tier.skip()));
    }
    return new PolicySet(some);
  }
}
