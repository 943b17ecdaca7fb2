/**
 * Compares observed flows with a program and with policies, finds declared flows that nothing
 * shows, and drafts a program from what was observed.
 *
 * <p>Entry type: {@link dev.zonec.application.flows.FlowInputs}. Input: a request. Output: the rows
 * and findings of the logs; the unused flows; the text of a draft and its proof.
 */
@NullMarked
package dev.zonec.application.flows;

import org.jspecify.annotations.NullMarked;
