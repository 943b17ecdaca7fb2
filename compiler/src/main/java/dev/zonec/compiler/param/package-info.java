/**
 * Parameters: what modules declare, what the user gives, and whether both fit.
 *
 * <p>Entry type: {@link dev.zonec.compiler.param.ProgramParams}. Input: a module graph and given
 * values. Output: the values of every parameter, or diagnostics. Decisions: what a value of each
 * type is, and that one name is one parameter in all modules.
 */
@NullMarked
package dev.zonec.compiler.param;

import org.jspecify.annotations.NullMarked;
