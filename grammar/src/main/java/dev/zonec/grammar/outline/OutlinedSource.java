package dev.zonec.grammar.outline;

import dev.zonec.grammar.tree.SourceFile;

/**
 * A source with its syntax tree and its layout.
 *
 * @param file the syntax tree
 * @param outline the layout
 */
public record OutlinedSource(SourceFile file, Outline outline) {}
