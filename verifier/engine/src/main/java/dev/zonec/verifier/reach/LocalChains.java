package dev.zonec.verifier.reach;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.NamespaceSet;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The chains of one namespace and direction in a tier that {@linkplain RuleTier#isolates isolates}.
 * The chains of the last level isolate; the chains before it accept.
 *
 * @param accepting the chains whose rules accept connections
 * @param denying the chains that isolate their subjects; they deny what no rule accepts
 */
public record LocalChains(List<Chain> accepting, List<Chain> denying) {
  /** Copies the lists. */
  public LocalChains {
    accepting = List.copyOf(accepting);
    denying = List.copyOf(denying);
  }

  /**
   * Divides the chains of {@code tier} by the number of their namespace. The tier isolates, and all
   * of its subjects are in namespaces that it names.
   */
  public static SortedMap<Integer, LocalChains> byNamespace(
      RuleTier tier, Direction direction, Vocabulary vocabulary) {
    SortedMap<Integer, List<Chain>> accepting = new TreeMap<>();
    SortedMap<Integer, List<Chain>> denying = new TreeMap<>();
    for (int i = 0; i < tier.levels().size(); i++) {
      boolean last = i == tier.levels().size() - 1;
      for (Chain chain : tier.levels().get(i).chains()) {
        if (chain.direction() == direction
            && chain.subject().namespaces() instanceof NamespaceSet.Named(String name)) {
          (last ? denying : accepting)
              .computeIfAbsent(vocabulary.namespaceIndex(name), n -> new ArrayList<>())
              .add(chain);
        }
      }
    }
    SortedMap<Integer, LocalChains> out = new TreeMap<>();
    // Every chain that accepts belongs to a policy that also isolates, but not the other way round.
    accepting.forEach(
        (namespace, chains) ->
            out.put(
                namespace, new LocalChains(chains, denying.getOrDefault(namespace, List.of()))));
    denying.forEach(
        (namespace, chains) -> out.putIfAbsent(namespace, new LocalChains(List.of(), chains)));
    return out;
  }
}
