package dev.zonec.verifier.closed.endpoint;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.verifier.closed.bits.IntList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the namespaces of pods and evaluates namespace selectors over them. */
public final class NamespaceIndex {
  private record SelectorQuery(Selector selector, boolean permissive) {}

  private final LabelSignatures signatures;
  private final Map<Namespace, Integer> numbers = new HashMap<>();
  private final List<Namespace> namespaces = new ArrayList<>();
  private final List<BitSet> bySignature = new ArrayList<>();
  private final IntList undeclared = new IntList();
  private final Map<String, BitSet> byName = new HashMap<>();
  private final Map<SelectorQuery, BitSet> matching = new HashMap<>();

  /** Creates an index that evaluates {@code selectors}. */
  public NamespaceIndex(Collection<Selector> selectors) {
    this.signatures = new LabelSignatures(selectors);
  }

  /** Returns the number of {@code namespace}, and assigns one if it is new. */
  public int of(Namespace namespace) {
    return numbers.computeIfAbsent(namespace, this::add);
  }

  private int add(Namespace namespace) {
    int number = namespaces.size();
    namespaces.add(namespace);
    byName.computeIfAbsent(namespace.name(), name -> new BitSet()).set(number);
    if (namespace.declared()) {
      int signature = signatures.of(namespace.labels());
      while (bySignature.size() <= signature) {
        bySignature.add(new BitSet());
      }
      bySignature.get(signature).set(number);
    } else {
      undeclared.add(number);
    }
    return number;
  }

  /** Returns the number of namespaces so far. */
  public int size() {
    return namespaces.size();
  }

  /** Returns the namespaces called {@code name}. The caller must not change the set. */
  public BitSet named(String name) {
    return byName.getOrDefault(name, new BitSet());
  }

  /**
   * Returns the namespaces that {@code selector} matches. The labels of an undeclared namespace are
   * unknown, except for its name. It is included if the selector certainly matches it or, with
   * {@code permissive}, if the selector can match it. The caller must not change the set.
   */
  public BitSet matching(Selector selector, boolean permissive) {
    return matching.computeIfAbsent(new SelectorQuery(selector, permissive), this::evaluate);
  }

  private BitSet evaluate(SelectorQuery query) {
    BitSet matching = new BitSet();
    BitSet matched = signatures.matching(query.selector());
    for (int s = matched.nextSetBit(0); s >= 0; s = matched.nextSetBit(s + 1)) {
      matching.or(bySignature.get(s));
    }
    for (int i = 0; i < undeclared.size(); i++) {
      int number = undeclared.get(i);
      if (mayMatch(namespaces.get(number), query)) {
        matching.set(number);
      }
    }
    return matching;
  }

  private static boolean mayMatch(Namespace namespace, SelectorQuery query) {
    for (Requirement requirement : query.selector().requirements()) {
      boolean known = namespace.labels().containsKey(requirement.key());
      if (known ? !requirement.matches(namespace.labels()) : !query.permissive()) {
        return false;
      }
    }
    return true;
  }
}
