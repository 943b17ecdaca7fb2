/**
 * Comments that suppress warnings: {@code # zonec:ignore CODE -- reason}.
 *
 * <p>Entry type: {@link dev.zonec.compiler.ignore.IgnoreComments}. Input: sources and warnings.
 * Output: the remaining warnings. Decides: which statement a comment belongs to, and that errors
 * are never suppressed.
 */
@NullMarked
package dev.zonec.compiler.ignore;

import org.jspecify.annotations.NullMarked;
