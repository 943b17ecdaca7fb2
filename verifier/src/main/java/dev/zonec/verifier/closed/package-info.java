/**
 * The closed world: what the manifests declare, and every address, in bit rows.
 *
 * <p>Entry type: {@link dev.zonec.verifier.closed.ClosedEngine}. Input: a world, a reading, what
 * else is to be told apart. Output: which classes of ends may connect on which ports, all pairs and
 * any number of hops. Decisions: none that is not the concrete semantics'; it only decides for many
 * at once.
 */
@NullMarked
package dev.zonec.verifier.closed;

import org.jspecify.annotations.NullMarked;
