/**
 * Logs as a source of the job: files that several readers divide between them, and messages.
 *
 * <p>Entry type: {@link dev.zonec.stream.source.LogSource}. Input: parts of logs. Output: judged
 * flows, and counts of all other records. Decides: which part is read next, and at which record a
 * reader goes on after a failure.
 */
@NullMarked
package dev.zonec.stream.source;

import org.jspecify.annotations.NullMarked;
