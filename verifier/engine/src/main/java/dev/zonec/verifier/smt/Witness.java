package dev.zonec.verifier.smt;

import dev.zonec.model.endpoint.Endpoint;

/**
 * A pod or address in a counterexample.
 *
 * @param endpoint the pod or address
 * @param label its name in reports
 * @param declared whether a manifest declares it; otherwise it is a pod that could be deployed, or
 *     an address
 */
public record Witness(Endpoint endpoint, String label, boolean declared) {}
