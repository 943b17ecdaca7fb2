package dev.zonec.verifier.quotient;

import dev.zonec.model.endpoint.Namespace;

/**
 * A namespace that policies, manifests or the program name.
 *
 * @param namespace it, with its labels as far as they are declared
 * @param labelsKnown whether it has no other labels than these
 */
public record NamedNamespace(Namespace namespace, boolean labelsKnown) {}
