package dev.zonec.verifier.semantics;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;

/**
 * Whether a selector matches a namespace. Of a namespace that is not declared only some labels are
 * known, its name among them.
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
