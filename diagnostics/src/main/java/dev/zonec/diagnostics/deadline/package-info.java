/**
 * The time limit of a run.
 *
 * <p>Entry types: {@link dev.zonec.diagnostics.deadline.Deadline}, which every loop that may take
 * long checks, and {@link dev.zonec.diagnostics.deadline.Bounded}, which runs work on a thread of
 * its own and does not wait for it past the deadline. Results that were found after the deadline
 * are not used. {@link dev.zonec.diagnostics.deadline.WorkThread} makes the threads.
 */
@NullMarked
package dev.zonec.diagnostics.deadline;

import org.jspecify.annotations.NullMarked;
