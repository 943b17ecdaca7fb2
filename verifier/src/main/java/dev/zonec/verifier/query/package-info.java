/**
 * Reachability among what the manifests declare.
 *
 * <p>Entry type: {@link dev.zonec.verifier.query.QueryEngine}. Input: a world, a {@link
 * dev.zonec.model.query.Query}. Output: {@link dev.zonec.verifier.query.Answer}. Every connection
 * is decided by the concrete semantics.
 */
@NullMarked
package dev.zonec.verifier.query;

import org.jspecify.annotations.NullMarked;
