package dev.zonec.verifier.manifest;

import dev.zonec.diagnostics.Span;

/**
 * A policy of a kind that may change what connects and that zonec does not model.
 *
 * @param apiVersion its group and version
 * @param kind its kind
 * @param name its namespace and name as far as they are written, as {@code namespace/name}
 * @param site the object
 */
public record UnmodelledPolicy(String apiVersion, String kind, String name, Span site) {}
