/**
 * Finds changes that isolate pods from the network.
 *
 * <p>Entry type: {@link dev.zonec.response.quarantine.Quarantine}. Input: a world and the pods.
 * Output: a change, and the verdict of its proof. Decides: which changes to try, in which order.
 */
@NullMarked
package dev.zonec.response.quarantine;

import org.jspecify.annotations.NullMarked;
