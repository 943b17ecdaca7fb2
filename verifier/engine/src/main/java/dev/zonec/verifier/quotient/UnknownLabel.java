package dev.zonec.verifier.quotient;

/**
 * A label of a named namespace that no manifest declares. It has one unknown value, which is the
 * same everywhere in a question.
 *
 * @param namespace the number of the namespace
 * @param key the number of the key in {@link Vocabulary#namespaceKeys}
 */
public record UnknownLabel(int namespace, int key) {}
