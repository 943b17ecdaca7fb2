package dev.zonec.model.program;

/** Who may set a label that tenants cannot set. */
public sealed interface LabelSetter {
  /** A service account. */
  record ServiceAccount(String namespace, String name) implements LabelSetter {}

  /** A user, as the API server knows it. */
  record User(String name) implements LabelSetter {}

  /** The members of a group. */
  record Group(String name) implements LabelSetter {}

  /** Everybody who deploys in the namespace, for objects there. */
  record InNamespace(String namespace) implements LabelSetter {}
}
