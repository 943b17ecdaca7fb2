/**
 * The job: its steps, from sources of flows to results.
 *
 * <p>Entry type: {@link dev.zonec.stream.job.FlowSteps}. Input: a stream of events. Output: a
 * stream of results. Decides: how the work is divided between machines.
 */
@NullMarked
package dev.zonec.stream.job;

import org.jspecify.annotations.NullMarked;
