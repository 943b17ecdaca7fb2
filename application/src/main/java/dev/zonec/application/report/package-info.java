/**
 * The result of a command as a list of entries, for programs and for people.
 *
 * <p>Entry type: {@link dev.zonec.application.report.Report}. Input: what a use case found. Output:
 * entries in their order, with stable ids. The formats of the command line read only these.
 */
@NullMarked
package dev.zonec.application.report;

import org.jspecify.annotations.NullMarked;
