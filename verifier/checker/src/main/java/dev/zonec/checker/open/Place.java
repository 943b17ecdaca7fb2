package dev.zonec.checker.open;

/** A part of all ends of connections. */
sealed interface Place {
  /** All ends. */
  record Anywhere() implements Place {}

  /** The addresses outside the cluster. */
  record Outside() implements Place {}

  /** The pods of a namespace that something mentions. */
  record In(String namespace) implements Place {}

  /** The pods of namespaces that nothing mentions. */
  record Elsewhere() implements Place {}
}
