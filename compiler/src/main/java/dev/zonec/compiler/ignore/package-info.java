/**
 * Comments that take warnings back, {@code # zonec:ignore CODE -- reason}.
 *
 * <p>Entry type: {@link dev.zonec.compiler.ignore.IgnoreComments}. Input: sources and warnings.
 * Output: the warnings that stay. Decisions: which statement a comment is about, and that errors
 * are never taken back.
 */
@NullMarked
package dev.zonec.compiler.ignore;

import org.jspecify.annotations.NullMarked;
