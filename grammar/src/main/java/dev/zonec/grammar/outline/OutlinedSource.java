package dev.zonec.grammar.outline;

import dev.zonec.grammar.tree.SourceFile;

/**
 * A source, what it says and how it was written.
 *
 * @param file what it says
 * @param outline how it was written
 */
public record OutlinedSource(SourceFile file, Outline outline) {}
