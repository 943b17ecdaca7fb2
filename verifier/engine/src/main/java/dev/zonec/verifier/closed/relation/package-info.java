/**
 * Combines the admissions of both sides.
 *
 * <p>Entry type: {@link dev.zonec.verifier.closed.relation.Layers}. Input: the admissions of all
 * classes in both directions. Output: layers, and the relation of classes that may connect on some
 * port of a set. Decides: which address families and treatments of host-network pods a reading
 * considers.
 */
@NullMarked
package dev.zonec.verifier.closed.relation;

import org.jspecify.annotations.NullMarked;
