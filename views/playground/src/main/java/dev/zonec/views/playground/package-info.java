/**
 * Serves a page with a program, manifests and the verdict side by side.
 *
 * <p>Entry type: {@link dev.zonec.views.playground.PlaygroundServer}. Input: requests of a browser
 * on this machine. Output: a page, and the answers of commands about the texts in the page.
 * Decides: which requests are answered, and which questions are cancelled. It answers nothing
 * itself.
 */
@NullMarked
package dev.zonec.views.playground;

import org.jspecify.annotations.NullMarked;
