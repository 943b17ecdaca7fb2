package dev.zonec.kubernetes.world;

import dev.zonec.model.endpoint.Endpoint;

/**
 * A back end of a Service.
 *
 * @param endpoint a pod, or an address that belongs to no declared pod
 * @param label the back end in reports
 * @param port the port of the back end
 */
public record Backend(Endpoint endpoint, String label, int port) {}
