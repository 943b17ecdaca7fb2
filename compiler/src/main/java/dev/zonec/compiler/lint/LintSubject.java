package dev.zonec.compiler.lint;

import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a check looks at: one variant of a program.
 *
 * @param all its statements, without parameters
 * @param commented the statements that some comment is about
 * @param usedParams the parameters that it or a module that it imports uses
 * @param resolved the program
 * @param lowered its model
 */
record LintSubject(
    List<Statement> all,
    Set<Span> commented,
    Set<String> usedParams,
    ResolvedProgram resolved,
    LoweredProgram lowered) {
  LintSubject {
    all = List.copyOf(all);
    commented = Set.copyOf(commented);
    usedParams = Set.copyOf(usedParams);
  }

  /** Every statement of some kind. */
  <T extends Statement> Stream<T> statements(Class<T> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Whether {@code part} lies inside a statement of this variant. */
  boolean holds(Span part) {
    return all.stream()
        .map(statement -> statement.span())
        .anyMatch(
            span ->
                span.source().equals(part.source())
                    && span.start() <= part.start()
                    && span.end() >= part.end());
  }
}
