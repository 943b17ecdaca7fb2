package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Span;

/**
 * An object that can affect connections and that zonec does not model.
 *
 * @param apiVersion its group and version
 * @param kind its kind
 * @param name its namespace and name as far as they are written, as {@code namespace/name}
 * @param reason what it does, as a sentence; may be empty
 * @param span the object
 */
public record UnmodelledPolicy(
    String apiVersion, String kind, String name, String reason, Span span) {}
