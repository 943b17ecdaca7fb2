package dev.zonec.verifier.quotient;

import dev.zonec.model.endpoint.Namespace;

/**
 * A namespace that policies, manifests or the program name.
 *
 * @param namespace it, with its labels as far as they are declared
 * @param closed whether it has no other labels than these
 */
public record KnownNamespace(Namespace namespace, boolean closed) {}
