/**
 * Inserts the values of parameters into trees, which results in one program for each combination of
 * values.
 *
 * <p>Entry type: {@link dev.zonec.compiler.variant.Variants}. Input: a module graph and the values
 * of its parameters. Output: {@link dev.zonec.compiler.variant.Variant}s, whose trees contain no
 * parameters and no {@code when}. Decides: which combinations exist, where a parameter can be used,
 * and how problems of several variants are merged.
 */
@NullMarked
package dev.zonec.compiler.variant;

import org.jspecify.annotations.NullMarked;
