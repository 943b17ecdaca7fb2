package dev.zonec.grammar.tree;

/** One item of a list of services. */
public sealed interface ServiceTerm {
  /** The characters of the whole item. */
  Where where();

  /** A service's name, or a port such as {@code tcp/8080}: the name's own text tells. */
  record Plain(Word word) implements ServiceTerm {
    @Override
    public Where where() {
      return word.where();
    }
  }

  /** {@code tcp/"metrics"}. */
  record NamedPort(Word protocol, Word port, Where where) implements ServiceTerm {}
}
