/**
 * Whether a program that is well formed makes sense; one class a check.
 *
 * <p>Entry type: {@link dev.zonec.compiler.check.ProgramChecks}. Input: the resolved program and
 * its model. Output: diagnostics. Decisions: what is an error and what a warning.
 */
@NullMarked
package dev.zonec.compiler.check;

import org.jspecify.annotations.NullMarked;
