/**
 * The answers about access as text and as data for JSON.
 *
 * <p>Entry type: {@link dev.zonec.access.report.AccessAnswer}. Input: powers of subjects. Output:
 * lines, and maps and lists. Decides: the order of subjects, and which are listed together.
 */
@NullMarked
package dev.zonec.access.report;

import org.jspecify.annotations.NullMarked;
