/**
 * Groups signatures into classes of endpoints that no policy distinguishes.
 *
 * <p>Entry type: {@link dev.zonec.verifier.closed.equivalence.EquivalenceClasses}. Input:
 * signatures, and the selectors of peers and subjects. Output: classes of which each selected set
 * is a union. Decides: which endpoints a selector matches under a reading, when labels or addresses
 * are unknown.
 */
@NullMarked
package dev.zonec.verifier.closed.equivalence;

import org.jspecify.annotations.NullMarked;
