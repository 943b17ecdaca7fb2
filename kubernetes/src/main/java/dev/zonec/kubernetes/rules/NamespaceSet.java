package dev.zonec.kubernetes.rules;

import dev.zonec.model.label.Selector;

/** The namespaces of pods that a policy describes. */
public sealed interface NamespaceSet {
  /** The namespace called {@code name}. */
  record Named(String name) implements NamespaceSet {}

  /** The namespaces that a selector matches. */
  record Matching(Selector labels) implements NamespaceSet {}
}
