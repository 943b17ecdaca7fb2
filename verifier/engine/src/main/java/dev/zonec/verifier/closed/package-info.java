/**
 * The engine for the closed world: the pods and nodes that manifests declare, and all addresses.
 *
 * <p>Entry type: {@link dev.zonec.verifier.closed.ClosedEngine}. Input: a world, a reading, and the
 * distinctions that a question makes in addition to the policies. Output: classes of endpoints, and
 * which classes may connect on which ports. Decides: nothing on its own; its answers equal the
 * decisions of the concrete semantics.
 *
 * <p>The steps, in order: {@code port} and {@code endpoint} divide ports and intern endpoints,
 * {@code equivalence} groups endpoints into classes, {@code subject} finds the policies of each
 * class, {@code rule} and {@code tier} evaluate rules to rows of bits, {@code admission} combines
 * them for each side, {@code relation} combines both sides, and {@code reachability} searches
 * paths. {@code bits} has the bit matrices that all of them use.
 */
@NullMarked
package dev.zonec.verifier.closed;

import org.jspecify.annotations.NullMarked;
