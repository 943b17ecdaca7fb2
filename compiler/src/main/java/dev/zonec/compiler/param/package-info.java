/**
 * Resolves parameters: the declarations of modules, and the values that the user gives.
 *
 * <p>Entry type: {@link dev.zonec.compiler.param.ProgramParams}. Input: a module graph and given
 * values. Output: the values of all parameters, or diagnostics. Decides: the valid values of each
 * type. A name means the same parameter in all modules.
 */
@NullMarked
package dev.zonec.compiler.param;

import org.jspecify.annotations.NullMarked;
