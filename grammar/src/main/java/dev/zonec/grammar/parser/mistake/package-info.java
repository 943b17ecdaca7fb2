/**
 * Guesses what a newcomer meant by a text with a syntax error. Entry type: {@link
 * dev.zonec.grammar.parser.mistake.Mistakes}.
 */
@NullMarked
package dev.zonec.grammar.parser.mistake;

import org.jspecify.annotations.NullMarked;
