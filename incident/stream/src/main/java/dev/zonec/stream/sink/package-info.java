/**
 * The results of a job as JSON lines.
 *
 * <p>Entry type: {@link dev.zonec.stream.sink.ResultLines}. Input: results. Output: lines, for
 * files and for Kafka. Decides: which results each format has.
 */
@NullMarked
package dev.zonec.stream.sink;

import org.jspecify.annotations.NullMarked;
