package dev.zonec.verifier.smt;

import dev.zonec.model.endpoint.Endpoint;

/**
 * An endpoint that shows a point.
 *
 * @param endpoint it
 * @param label how reports call it
 * @param declared whether a manifest declares it; else it could be deployed tomorrow
 */
public record Witness(Endpoint endpoint, String label, boolean declared) {}
