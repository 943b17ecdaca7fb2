/**
 * Compares the policies of two worlds.
 *
 * <p>Entry type: {@link dev.zonec.verifier.diff.Comparison}. Input: two worlds that share their
 * namespaces, and named sets of ends. Output: the connections that only one world allows, as
 * disjoint regions that Z3 has checked, each with an example. Decides: how the difference is
 * divided into regions.
 */
@NullMarked
package dev.zonec.verifier.diff;

import org.jspecify.annotations.NullMarked;
