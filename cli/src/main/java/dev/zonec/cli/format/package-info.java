/**
 * What the formats of reports have in common.
 *
 * <p>Entry type: {@link dev.zonec.cli.format.ReportFormat}. Input: a report. Output: a text.
 */
@NullMarked
package dev.zonec.cli.format;

import org.jspecify.annotations.NullMarked;
