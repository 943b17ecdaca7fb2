/**
 * Rewrites sources.
 *
 * <p>Entry types: {@link dev.zonec.compiler.rewrite.SourceFormatting}, {@link
 * dev.zonec.compiler.rewrite.Rewriting}. Input: sources. Output: their new texts, as a diff or in
 * the files. Files are replaced atomically, so that a failure never leaves a part of a text.
 */
@NullMarked
package dev.zonec.compiler.rewrite;

import org.jspecify.annotations.NullMarked;
