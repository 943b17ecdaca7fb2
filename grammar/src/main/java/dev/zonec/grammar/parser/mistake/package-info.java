/**
 * Guesses at what a newcomer meant by text that is not the language's; {@link
 * dev.zonec.grammar.parser.mistake.Mistakes} is asked for them.
 */
@NullMarked
package dev.zonec.grammar.parser.mistake;

import org.jspecify.annotations.NullMarked;
