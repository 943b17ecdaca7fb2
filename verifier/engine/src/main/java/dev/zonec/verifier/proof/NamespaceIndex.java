package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.rules.RulesByNamespace;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.smt.Formula.End;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Indexes the rules, flows and zones by namespace, so that an obligation can be divided by
 * namespace and contains only what matters there. Namespaces are numbers of the vocabulary.
 */
final class NamespaceIndex {
  private final Vocabulary vocabulary;
  private final RulesByNamespace rules;
  private final Map<End, Map<Integer, List<Flow>>> flows;
  private final Map<Integer, List<Party.Zone>> zones;

  NamespaceIndex(Vocabulary vocabulary, PolicySet all, ZoneProgram program) {
    this.vocabulary = vocabulary;
    this.rules = new RulesByNamespace(all);
    flows = new EnumMap<>(End.class);
    flows.put(End.SOURCE, of(program.flows(), Flow::from));
    flows.put(End.DESTINATION, of(program.flows(), Flow::to));
    zones = of(program.zones(), zone -> zone);
  }

  private NamespaceIndex(NamespaceIndex program, PolicySet all) {
    this.vocabulary = program.vocabulary;
    this.rules = new RulesByNamespace(all);
    this.flows = program.flows;
    this.zones = program.zones;
  }

  /** Returns the same flows and zones with other rules. */
  NamespaceIndex withRules(PolicySet all) {
    return new NamespaceIndex(this, all);
  }

  private <T> Map<Integer, List<T>> of(List<T> all, Function<T, Party> party) {
    Map<Integer, List<T>> found = new HashMap<>();
    IdentityHashMap<Party, int[]> known = new IdentityHashMap<>();
    for (T each : all) {
      int[] namespaces =
          known.computeIfAbsent(
              party.apply(each), p -> PartyNamespaces.of(p, vocabulary).stream().toArray());
      for (int namespace : namespaces) {
        found.computeIfAbsent(namespace, n -> new ArrayList<>()).add(each);
      }
    }
    return found;
  }

  /** Returns the rules that can apply to pods of {@code namespaces}. Other rules cannot. */
  PolicySet rules(Bits namespaces) {
    return rules.in(
        namespaces.stream()
            .filter(vocabulary::isNamed)
            .mapToObj(namespace -> vocabulary.namespaces().get(namespace).namespace().name())
            .toList());
  }

  /** Returns the namespaces with a rule that names the namespace, in ascending order. */
  List<Integer> namespacesWithRules() {
    return rules.namespaces().stream().map(vocabulary::namespaceIndex).sorted().distinct().toList();
  }

  /** Returns the flows whose pods at {@code end} can be in the namespace. */
  List<Flow> flows(End end, int namespace) {
    return Objects.requireNonNull(flows.get(end)).getOrDefault(namespace, List.of());
  }

  /** Returns the namespaces in which a zone can have pods, in ascending order. */
  List<Integer> governedNamespaces() {
    return zones.keySet().stream().sorted().toList();
  }

  /** Returns the zones that can have pods in the namespace. */
  List<Party.Zone> zones(int namespace) {
    return zones.getOrDefault(namespace, List.of());
  }

  /**
   * Returns the zones that can have pods in one of {@code namespaces}. Each zone is listed once,
   * and the order is always the same.
   */
  List<Party.Zone> zones(Bits namespaces) {
    Set<Party.Zone> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Party.Zone> found = new ArrayList<>();
    namespaces.stream()
        .forEach(namespace -> zones(namespace).stream().filter(seen::add).forEach(found::add));
    return found;
  }

  /** Returns the zones that can have pods in a namespace in which {@code party} can have pods. */
  List<Party.Zone> zonesInNamespacesOf(Party party) {
    return zones(PartyNamespaces.of(party, vocabulary));
  }
}
