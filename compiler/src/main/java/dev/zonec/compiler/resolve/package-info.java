/**
 * Resolves names and values.
 *
 * <p>Entry type: {@link dev.zonec.compiler.resolve.ProgramResolution}. Input: sources, and the
 * prelude. Output: a {@link dev.zonec.compiler.resolve.ResolvedProgram} and diagnostics. Decides:
 * what each name refers to, and which values are well formed; not whether the program as a whole
 * makes sense.
 */
@NullMarked
package dev.zonec.compiler.resolve;

import org.jspecify.annotations.NullMarked;
