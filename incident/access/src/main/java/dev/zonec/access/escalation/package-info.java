/**
 * The powers of subjects, with those that they can give themselves.
 *
 * <p>Entry type: {@link dev.zonec.access.escalation.AccessAnalysis}. Input: roles, bindings, and
 * the workloads that carry service accounts. Output: the powers of each subject, each with the
 * binding that gives it and the steps that lead there. Decides: which rights lead to which other
 * rights.
 */
@NullMarked
package dev.zonec.access.escalation;

import org.jspecify.annotations.NullMarked;
