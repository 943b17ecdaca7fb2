package dev.zonec.kubernetes.rules;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;

/** The namespaces of pods that a policy describes. */
public sealed interface NamespaceSet {
  /** Whether {@code namespace} is one of the namespaces. */
  boolean matches(Namespace namespace);

  /** The namespace called {@code name}. */
  record Named(String name) implements NamespaceSet {
    @Override
    public boolean matches(Namespace namespace) {
      return namespace.name().equals(name);
    }
  }

  /** The namespaces that a selector matches. */
  record Matching(Selector labels) implements NamespaceSet {
    @Override
    public boolean matches(Namespace namespace) {
      return labels.matches(namespace.labels());
    }
  }
}
