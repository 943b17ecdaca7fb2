/**
 * Accepts the findings of a verification: writes them to a baseline file.
 *
 * <p>Entry type: {@link dev.zonec.application.accept.Accept}. Input: a request. Output: the entries
 * of the new file, and the findings that cannot be accepted. Decides: which entries are added, kept
 * and removed.
 */
@NullMarked
package dev.zonec.application.accept;

import org.jspecify.annotations.NullMarked;
