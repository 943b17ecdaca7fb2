package dev.zonec.verifier.query;

/** What is said of how one place may open connections to another. */
public sealed interface Told permits Reasons, DeadEnd {}
