package dev.zonec.verifier.query;

/** What is said of how one place may open connections to another. */
public sealed interface ConnectionOutcome permits PortDecision, NoConnection {}
