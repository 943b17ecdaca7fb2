/**
 * Proves the assertions of a program again under weaker guarantees.
 *
 * <p>Entry type: {@link dev.zonec.application.adversary.TryAdversaries}. Input: a verified variant
 * and the adversaries. Output: for each assertion and adversary, whether the assertion holds.
 * Decides: what each adversary changes in the policies, the program and the reading.
 */
@NullMarked
package dev.zonec.application.adversary;

import org.jspecify.annotations.NullMarked;
