/**
 * The syntax tree: the content of a text, before names have a meaning.
 *
 * <p>Entry type: {@link dev.zonec.grammar.tree.SourceFile}. Trees are equal if and only if they
 * have the same content; spans are not compared ({@link dev.zonec.grammar.tree.NodeSpan}).
 */
@NullMarked
package dev.zonec.grammar.tree;

import org.jspecify.annotations.NullMarked;
