/**
 * The job on one machine, inside of the process of a command.
 *
 * <p>Entry type: {@link dev.zonec.stream.parallel.ParallelCheck}. Input: the inputs of {@code flows
 * check}. Output: the same outcome as in the plain way. Decides: how much memory Flink gets.
 */
@NullMarked
package dev.zonec.stream.parallel;

import org.jspecify.annotations.NullMarked;
