package dev.zonec.verifier.closed.subject;

/**
 * A chain that applies, or may apply, to a class.
 *
 * @param level the number of its level in the tier
 * @param chain its number among the chains of the level
 * @param certain whether it applies whatever the unknown labels are
 */
public record ApplyingChain(int level, int chain, boolean certain) {}
