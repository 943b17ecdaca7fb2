/**
 * Reachability among what the manifests declare.
 *
 * <p>Entry type: {@link dev.zonec.verifier.query.QueryEngine}, and {@link
 * dev.zonec.verifier.query.ConnectionListing} for everything at once. Input: a world, a {@link
 * dev.zonec.model.query.Query}. Output: {@link dev.zonec.verifier.query.Answer}. The closed engine
 * finds connections and paths; every hop that is shown is decided again by the concrete semantics.
 */
@NullMarked
package dev.zonec.verifier.query;

import org.jspecify.annotations.NullMarked;
