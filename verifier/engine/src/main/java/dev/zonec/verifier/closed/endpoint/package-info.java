/**
 * Numbers the endpoints of a closed world and interns equivalent ones.
 *
 * <p>Entry type: {@link dev.zonec.verifier.closed.endpoint.EndpointSignatures}. Input: a world, and
 * the selectors, port names and address atoms that policies and questions mention. Output: a number
 * for each endpoint, and signatures, which endpoints with equal features share. Decides: which
 * features of an endpoint are relevant.
 */
@NullMarked
package dev.zonec.verifier.closed.endpoint;

import org.jspecify.annotations.NullMarked;
