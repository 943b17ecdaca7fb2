/**
 * Bit sets and bit matrices over small numbers.
 *
 * <p>Entry type: {@link dev.zonec.verifier.closed.bits.BitMatrix}.
 */
@NullMarked
package dev.zonec.verifier.closed.bits;

import org.jspecify.annotations.NullMarked;
