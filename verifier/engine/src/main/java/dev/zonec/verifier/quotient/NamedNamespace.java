package dev.zonec.verifier.quotient;

import dev.zonec.model.endpoint.Namespace;

/**
 * A namespace that policies, manifests or the program name.
 *
 * @param namespace the namespace, with its declared labels
 * @param labelsKnown whether it has no other labels that matter
 */
public record NamedNamespace(Namespace namespace, boolean labelsKnown) {}
