/**
 * Puts the verdicts of a program and the graph of what may connect into one report.
 *
 * <p>Entry type: {@link dev.zonec.application.page.DrawPage}. Input: a request. Output: a report of
 * entries and a graph, which are about the same inputs.
 */
@NullMarked
package dev.zonec.application.page;

import org.jspecify.annotations.NullMarked;
