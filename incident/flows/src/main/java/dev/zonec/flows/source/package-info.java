/**
 * Logs: files and folders, their formats, and their records.
 *
 * <p>Entry type: {@link dev.zonec.flows.source.LogReading}. Input: paths. Output: every record as a
 * flow, a skipped or an unreadable record; counts for each log. Decides: the format of a log, from
 * its content.
 */
@NullMarked
package dev.zonec.flows.source;

import org.jspecify.annotations.NullMarked;
