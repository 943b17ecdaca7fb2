package dev.zonec.model.endpoint;

import dev.zonec.model.net.Protocol;

/**
 * A port that a container gives a name.
 *
 * @param name the name
 * @param protocol its protocol
 * @param port its number
 * @param sidecar whether the container is an init container that keeps running; whether policies
 *     see its names is undefined
 */
public record NamedPort(String name, Protocol protocol, int port, boolean sidecar) {}
