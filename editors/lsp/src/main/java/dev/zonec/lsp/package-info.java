/**
 * The language server: it translates between the language server protocol and the answers about
 * edited programs.
 *
 * <p>Entry type: {@link dev.zonec.lsp.LanguageServing}. Input: messages of an editor. Output:
 * messages to it. Decides: in which order work is done, and which proofs are cancelled; nothing
 * about programs.
 */
@NullMarked
package dev.zonec.lsp;

import org.jspecify.annotations.NullMarked;
