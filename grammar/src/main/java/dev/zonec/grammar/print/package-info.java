/**
 * Prints trees.
 *
 * <p>Entry type: {@link dev.zonec.grammar.print.TreePrinter}. Parsing the printed text results in
 * the same tree.
 */
@NullMarked
package dev.zonec.grammar.print;

import org.jspecify.annotations.NullMarked;
