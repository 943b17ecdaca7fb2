package dev.zonec.compiler.lint;

import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.grammar.outline.OutlinedSource;
import dev.zonec.grammar.tree.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a check looks at.
 *
 * @param sources the sources as they are written
 * @param resolved the program
 * @param lowered its model
 */
record LintSubject(List<OutlinedSource> sources, ResolvedProgram resolved, LoweredProgram lowered) {
  LintSubject {
    sources = List.copyOf(sources);
  }

  /** Every statement of some kind. */
  <T extends Statement> Stream<T> statements(Class<T> kind) {
    return sources.stream()
        .flatMap(source -> source.file().statements().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
