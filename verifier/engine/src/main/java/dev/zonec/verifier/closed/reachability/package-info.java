/**
 * Searches paths over allowed connections.
 *
 * <p>Entry type: {@link dev.zonec.verifier.closed.reachability.ShortestPaths}. Input: the relation
 * of classes that may connect. Output: which classes reach which over any number of hops, and
 * shortest paths between endpoints. Decides: nothing on its own.
 */
@NullMarked
package dev.zonec.verifier.closed.reachability;

import org.jspecify.annotations.NullMarked;
