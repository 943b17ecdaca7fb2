package dev.zonec.grammar.tree;

/** Who may set a label: {@code user alice}. */
public record LabelSetter(Kind kind, Word name) {
  /** The kind of an identity or place, by the word in the language. */
  public enum Kind {
    /** A service account, as {@code NAMESPACE/NAME}. */
    SERVICEACCOUNT,
    /** A user. */
    USER,
    /** A group of users. */
    GROUP,
    /** Everybody who deploys in the namespace. */
    NAMESPACE
  }
}
