package dev.zonec.verifier.quotient;

/**
 * A label of a named namespace that no manifest declares: one unknown value, the same wherever the
 * namespace is looked at.
 *
 * @param namespace the namespace's number
 * @param key the number of the key among those of namespaces
 */
public record UnknownLabel(int namespace, int key) {}
