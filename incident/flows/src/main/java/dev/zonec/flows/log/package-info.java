/**
 * The records of a log: text lines with their numbers, what a reader reports about them, and
 * counts.
 *
 * <p>Entry type: {@link dev.zonec.flows.log.LogLines}. Input: a stream of bytes. Output: lines of
 * bounded length, one at a time.
 */
@NullMarked
package dev.zonec.flows.log;

import org.jspecify.annotations.NullMarked;
