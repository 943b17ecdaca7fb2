/**
 * Tree to text.
 *
 * <p>Entry type: {@link dev.zonec.grammar.print.TreePrinter}. Parsing what it prints gives the same
 * tree.
 */
@NullMarked
package dev.zonec.grammar.print;

import org.jspecify.annotations.NullMarked;
