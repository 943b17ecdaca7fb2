package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Span;
import java.util.Optional;

/**
 * An object that can affect connections and that zonec does not model.
 *
 * @param apiVersion its group and version
 * @param kind its kind
 * @param name its namespace and name as far as they are written, as {@code namespace/name}
 * @param reason what it does, as a sentence; may be empty
 * @param order its {@code spec.order}, by which Calico sorts tiers and policies; not a number if it
 *     is written as something else; empty if there is none
 * @param span the object
 */
public record UnmodelledPolicy(
    String apiVersion,
    String kind,
    String name,
    String reason,
    Optional<Double> order,
    Span span) {}
