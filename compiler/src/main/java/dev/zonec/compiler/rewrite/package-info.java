/**
 * New texts for sources.
 *
 * <p>Entry types: {@link dev.zonec.compiler.rewrite.SourceFormatting}, {@link
 * dev.zonec.compiler.rewrite.Rewriting}. Input: sources. Output: their new texts, as differences or
 * in place. Decisions: how a file is replaced, so that it is never half written.
 */
@NullMarked
package dev.zonec.compiler.rewrite;

import org.jspecify.annotations.NullMarked;
