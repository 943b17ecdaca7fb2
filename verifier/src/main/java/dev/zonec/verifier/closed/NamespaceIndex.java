package dev.zonec.verifier.closed;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The namespaces that pods are in, and which of them a selector matches. */
final class NamespaceIndex {
  private record Asked(Selector selector, boolean permissive) {}

  private final LabelSignatures signatures;
  private final Map<Namespace, Integer> numbers = new HashMap<>();
  private final List<Namespace> namespaces = new ArrayList<>();
  private final List<BitSet> bySignature = new ArrayList<>();
  private final Ints undeclared = new Ints();
  private final Map<String, BitSet> byName = new HashMap<>();
  private final Map<Asked, BitSet> matching = new HashMap<>();

  NamespaceIndex(Collection<Selector> selectors) {
    this.signatures = new LabelSignatures(selectors);
  }

  /** The number of {@code namespace}. */
  int of(Namespace namespace) {
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

  int size() {
    return namespaces.size();
  }

  /** Those called {@code name}. Not to be changed. */
  BitSet named(String name) {
    return byName.getOrDefault(name, new BitSet());
  }

  /**
   * Those that {@code selector} matches; where labels are not known those that may match if {@code
   * permissive}, else those that must. Not to be changed.
   */
  BitSet matching(Selector selector, boolean permissive) {
    return matching.computeIfAbsent(new Asked(selector, permissive), this::evaluate);
  }

  private BitSet evaluate(Asked asked) {
    BitSet matching = new BitSet();
    BitSet matched = signatures.matching(asked.selector());
    for (int s = matched.nextSetBit(0); s >= 0; s = matched.nextSetBit(s + 1)) {
      matching.or(bySignature.get(s));
    }
    for (int i = 0; i < undeclared.size(); i++) {
      int number = undeclared.get(i);
      if (mayMatch(namespaces.get(number), asked)) {
        matching.set(number);
      }
    }
    return matching;
  }

  private static boolean mayMatch(Namespace namespace, Asked asked) {
    for (Requirement requirement : asked.selector().requirements()) {
      boolean known = namespace.labels().containsKey(requirement.key());
      if (known ? !requirement.matches(namespace.labels()) : !asked.permissive()) {
        return false;
      }
    }
    return true;
  }
}
