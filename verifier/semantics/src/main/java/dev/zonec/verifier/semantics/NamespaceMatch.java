package dev.zonec.verifier.semantics;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;

/**
 * Decides whether a selector matches a namespace. If the namespace is not declared, only some of
 * its labels are known, including its name.
 */
final class NamespaceMatch {
  private NamespaceMatch() {}

  static Certainty matches(Selector selector, Namespace namespace) {
    Certainty all = Certainty.YES;
    for (Requirement requirement : selector.requirements()) {
      all = all.and(meets(namespace, requirement));
    }
    return all;
  }

  private static Certainty meets(Namespace namespace, Requirement requirement) {
    boolean known = namespace.declared() || namespace.labels().containsKey(requirement.key());
    return known ? Certainty.of(requirement.matches(namespace.labels())) : Certainty.MAYBE;
  }
}
