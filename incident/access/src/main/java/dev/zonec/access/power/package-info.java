/**
 * The rights that a proof depends on.
 *
 * <p>Entry type: {@link dev.zonec.access.power.Right}. Input: the rules of roles. Output: the
 * rights that they give, limited to names of objects or not, and the powers that rights amount to.
 * Decides: which verbs on which resources count.
 */
@NullMarked
package dev.zonec.access.power;

import org.jspecify.annotations.NullMarked;
