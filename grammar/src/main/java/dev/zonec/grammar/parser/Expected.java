package dev.zonec.grammar.parser;

import dev.zonec.diagnostics.Span;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * What can be written at a position of a source, by the grammar.
 *
 * @param replaced the beginning of the word at the position, up to the position
 * @param keywords the words of the language
 * @param slots the kinds of other words
 * @param key the label key or the parameter that a value belongs to, if a value can follow
 */
public record Expected(
    Span replaced, SortedSet<String> keywords, Set<Slot> slots, Optional<String> key) {
  /** A kind of words that are not words of the language. */
  public enum Slot {
    /** A new name. */
    NEW_NAME,
    /** A zone or an external. */
    PARTY,
    /** A zone. */
    ZONE,
    /** A service or a port. */
    SERVICE,
    /** The key of a label of pods. */
    POD_LABEL_KEY,
    /** The value of a label of pods. */
    POD_LABEL_VALUE,
    /** The key of a label of namespaces. */
    NAMESPACE_LABEL_KEY,
    /** The value of a label of namespaces. */
    NAMESPACE_LABEL_VALUE,
    /** The name of a namespace. */
    NAMESPACE,
    /** A parameter. */
    PARAM,
    /** A value of a parameter. */
    PARAM_VALUE,
    /** The type of a parameter. */
    TYPE,
    /** A tier. */
    TIER,
    /** An assertion. */
    ASSERTION,
    /** The path of an import. */
    PATH,
    /** Another word. */
    OTHER
  }
}
