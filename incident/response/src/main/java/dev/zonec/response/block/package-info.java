/**
 * Changes after which no workload exchanges traffic with given addresses or on given ports, and
 * after which everything else is as before.
 *
 * <p>Entry type: {@link dev.zonec.response.block.Block}. Input: a world, addresses and ports.
 * Output: changes with their proofs. Decides: which changes to try, in which order.
 */
@NullMarked
package dev.zonec.response.block;

import org.jspecify.annotations.NullMarked;
