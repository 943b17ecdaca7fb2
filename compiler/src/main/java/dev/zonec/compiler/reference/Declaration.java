package dev.zonec.compiler.reference;

import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement;

/**
 * The declaration of a name.
 *
 * @param kind what is declared
 * @param name the name
 * @param span the name in the declaration; of a tier, its first mention
 * @param statement the statement that declares it
 * @param builtIn whether it is a name of the prelude
 */
public record Declaration(Kind kind, String name, Span span, Statement statement, boolean builtIn) {
  /** What a name stands for. */
  public enum Kind {
    /** A module. */
    MODULE,
    /** The alias of an import. */
    ALIAS,
    /** A parameter. */
    PARAM,
    /** A zone, or all pods of a namespace of a {@code foreach}. */
    ZONE,
    /** An external. */
    EXTERNAL,
    /** A service. */
    SERVICE,
    /** An assertion. */
    ASSERTION,
    /** A tier. */
    TIER;

    /** Whether zones, externals and other kinds with the same answer share one set of names. */
    boolean isParty() {
      return this == ZONE || this == EXTERNAL;
    }
  }

  /**
   * Whether the name can be replaced: it is written in the program, and no word of the language.
   */
  public boolean renamable() {
    return !builtIn
        && kind != Kind.MODULE
        && span.text().equals(name)
        && !(statement instanceof Statement.Foreach foreach
            && kind == Kind.ZONE
            && foreach.alias() instanceof Statement.Alias.Standard);
  }
}
