/**
 * The syntax tree: what the text says, before any name has a meaning.
 *
 * <p>Entry type: {@link dev.zonec.grammar.tree.SourceFile}. Two trees are equal iff they say the
 * same: places are no part of their identity ({@link dev.zonec.grammar.tree.Where}).
 */
@NullMarked
package dev.zonec.grammar.tree;

import org.jspecify.annotations.NullMarked;
