/**
 * Reads and writes baseline files: the findings that {@code verify} accepts.
 *
 * <p>Entry type: {@link dev.zonec.application.baseline.BaselineFile}. Input: a file. Output: its
 * entries, or the problems of the file. Decides: the format of the file, and which entries count on
 * a day.
 */
@NullMarked
package dev.zonec.application.baseline;

import org.jspecify.annotations.NullMarked;
