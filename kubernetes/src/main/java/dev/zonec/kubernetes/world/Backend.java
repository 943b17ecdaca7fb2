package dev.zonec.kubernetes.world;

import dev.zonec.model.endpoint.Endpoint;

/**
 * A place that a Service leads to.
 *
 * @param endpoint a pod, or an address that is no declared pod's
 * @param label how reports call it
 * @param port the port there
 */
public record Backend(Endpoint endpoint, String label, int port) {}
