/**
 * Parses texts.
 *
 * <p>Entry type: {@link dev.zonec.grammar.parser.ZoneParsing}. ANTLR's types do not leave this
 * package.
 */
@NullMarked
package dev.zonec.grammar.parser;

import org.jspecify.annotations.NullMarked;
