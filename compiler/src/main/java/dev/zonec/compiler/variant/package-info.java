/**
 * Trees with parameters to trees without: one program for each choice of values.
 *
 * <p>Entry type: {@link dev.zonec.compiler.variant.Variants}. Input: a module graph and the values
 * of its parameters. Output: {@link dev.zonec.compiler.variant.Variant}s, whose trees hold no
 * parameter and no {@code when}. Decisions: which combinations there are, where a parameter may
 * stand, and how problems of several variants are told once.
 */
@NullMarked
package dev.zonec.compiler.variant;

import org.jspecify.annotations.NullMarked;
