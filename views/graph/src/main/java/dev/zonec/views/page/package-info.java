/**
 * Writes a report as one page: the verdicts, and a graph that a reader can search.
 *
 * <p>Entry type: {@link dev.zonec.views.page.ReportPage}. Input: a report and a graph. Output: HTML
 * that loads nothing.
 */
@NullMarked
package dev.zonec.views.page;

import org.jspecify.annotations.NullMarked;
