/**
 * Lists the subjects that can undo what was proved, and writes roles for the people who work with
 * zonec.
 *
 * <p>Entry type: {@link dev.zonec.application.access.ListPowers}. Input: a program and manifests.
 * Output: the powers of each subject, the assertions that rest on it, and the workloads that carry
 * it. Decides: which inputs the answer lacks.
 */
@NullMarked
package dev.zonec.application.access;

import org.jspecify.annotations.NullMarked;
