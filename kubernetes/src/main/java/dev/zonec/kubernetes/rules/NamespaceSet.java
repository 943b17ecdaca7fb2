package dev.zonec.kubernetes.rules;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;

/** The namespaces of pods that a policy describes. */
public sealed interface NamespaceSet {
  /** Whether {@code namespace} is one of the namespaces. */
  boolean matches(Namespace namespace);

  /**
   * Whether {@code namespace} can be one of the namespaces. Of a namespace that is not declared,
   * only the name is known.
   */
  boolean canMatch(Namespace namespace);

  /** The namespace called {@code name}. */
  record Named(String name) implements NamespaceSet {
    @Override
    public boolean matches(Namespace namespace) {
      return namespace.name().equals(name);
    }

    @Override
    public boolean canMatch(Namespace namespace) {
      return matches(namespace);
    }
  }

  /** The namespaces that a selector matches. */
  record Matching(Selector labels) implements NamespaceSet {
    @Override
    public boolean matches(Namespace namespace) {
      return labels.matches(namespace.labels());
    }

    @Override
    public boolean canMatch(Namespace namespace) {
      return namespace.declared()
          ? matches(namespace)
          : labels.requirements().stream()
              .filter(requirement -> requirement.key().equals(Namespace.NAME_LABEL))
              .allMatch(requirement -> requirement.matches(namespace.labels()));
    }
  }
}
