/**
 * Answers questions about the connections between declared workloads and addresses.
 *
 * <p>Entry types: {@link dev.zonec.verifier.query.QueryEngine}, and {@link
 * dev.zonec.verifier.query.ConnectionListing} for all connections at once. Input: a world and a
 * {@link dev.zonec.model.query.Query}. Output: an {@link dev.zonec.verifier.query.Answer}. Decides:
 * which addresses represent a range, and which ends a path can pass through. The closed-world
 * engine finds connections and paths; the concrete semantics evaluates every printed hop again.
 */
@NullMarked
package dev.zonec.verifier.query;

import org.jspecify.annotations.NullMarked;
