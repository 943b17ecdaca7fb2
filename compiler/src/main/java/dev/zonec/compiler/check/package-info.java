/**
 * Checks of well-formed programs, one class for each check.
 *
 * <p>Entry type: {@link dev.zonec.compiler.check.ProgramChecks}. Input: the resolved program and
 * its model. Output: diagnostics. Decides: what is an error and what a warning.
 */
@NullMarked
package dev.zonec.compiler.check;

import org.jspecify.annotations.NullMarked;
