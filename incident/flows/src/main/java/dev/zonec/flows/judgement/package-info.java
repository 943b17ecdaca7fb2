/**
 * Whether a program declares a flow, and whether the policies allow it.
 *
 * <p>Entry type: {@link dev.zonec.flows.judgement.Judge}. Input: two ends and a port. Output: two
 * answers, or the reason why there is none. Decides: which answers hold although the log does not
 * show which end opened the connection.
 */
@NullMarked
package dev.zonec.flows.judgement;

import org.jspecify.annotations.NullMarked;
