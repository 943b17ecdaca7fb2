package dev.zonec.model.endpoint;

import dev.zonec.model.net.Protocol;

/**
 * A named port of a container.
 *
 * @param name the name
 * @param protocol the protocol
 * @param port the number
 * @param sidecar whether the container is a sidecar, that is, an init container that keeps running;
 *     the API does not define whether policies see its port names
 */
public record NamedPort(String name, Protocol protocol, int port, boolean sidecar) {}
