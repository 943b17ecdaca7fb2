package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.verifier.semantics.Decision;

/**
 * Ports from one place to another that are open, or closed, for the same reasons.
 *
 * @param from who would call
 * @param to who would be called
 * @param ports the ports
 * @param example a connection on one of them
 * @param decision what the semantics says of the example, and so of all of them
 */
public record Reasons(
    Place from, Place to, OpenPorts ports, Connection example, Decision decision) {}
