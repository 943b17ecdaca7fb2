/**
 * Drafts a zone program from the policies of manifests, and proves that the draft allows exactly
 * the same connections.
 *
 * <p>Entry type: {@link dev.zonec.application.draft.Import}. Input: a request. Output: the text of
 * the draft; then, on request, the verdict on it.
 */
@NullMarked
package dev.zonec.application.draft;

import org.jspecify.annotations.NullMarked;
