/**
 * Trees to declarations: every name stands for what it names, every value is a value.
 *
 * <p>Entry type: {@link dev.zonec.compiler.resolve.ProgramResolution}. Input: sources, and the
 * prelude. Output: a {@link dev.zonec.compiler.resolve.ResolvedProgram} and diagnostics. Decisions:
 * what a name refers to, and what is well formed; not whether the whole makes sense.
 */
@NullMarked
package dev.zonec.compiler.resolve;

import org.jspecify.annotations.NullMarked;
