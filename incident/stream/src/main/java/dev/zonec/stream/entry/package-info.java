/**
 * The program that a cluster runs.
 *
 * <p>Entry type: {@link dev.zonec.stream.entry.FlowJob}. Input: arguments. Output: a running job.
 * Decides: which sources, which order and which sinks the job has.
 */
@NullMarked
package dev.zonec.stream.entry;

import org.jspecify.annotations.NullMarked;
