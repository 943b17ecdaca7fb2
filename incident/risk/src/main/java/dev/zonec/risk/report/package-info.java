/**
 * Finds the format of a file and reads it.
 *
 * <p>Entry type: {@link dev.zonec.risk.report.ReportReader}. Input: files. Output: the content of
 * each, or the problem that loses it. Decides: the format.
 */
@NullMarked
package dev.zonec.risk.report;

import org.jspecify.annotations.NullMarked;
