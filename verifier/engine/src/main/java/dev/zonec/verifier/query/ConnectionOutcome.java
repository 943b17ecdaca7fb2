package dev.zonec.verifier.query;

/**
 * The result for connections from one end to another: the decision for a set of ports, or why no
 * connection can exist.
 */
public sealed interface ConnectionOutcome permits PortDecision, NoConnection {}
