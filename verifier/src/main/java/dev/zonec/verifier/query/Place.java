package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Endpoint;

/**
 * An end that a question can be about: a declared workload, or one address that stands for a range
 * that nobody tells apart.
 *
 * @param endpoint it
 * @param label how answers call it
 */
public record Place(Endpoint endpoint, String label) {}
