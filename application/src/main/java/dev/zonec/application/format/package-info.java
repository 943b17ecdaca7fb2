/**
 * Formats the sources of programs.
 *
 * <p>Entry type: {@link dev.zonec.application.format.Format}. Input: paths or a stream. Output: the
 * formatted sources, written or not.
 */
@NullMarked
package dev.zonec.application.format;

import org.jspecify.annotations.NullMarked;
