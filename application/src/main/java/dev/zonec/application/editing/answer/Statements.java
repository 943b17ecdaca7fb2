package dev.zonec.application.editing.answer;

import dev.zonec.grammar.tree.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Lists statements with those in their bodies. */
final class Statements {
  private Statements() {}

  /** Returns the statements, each followed by the statements in its body. */
  static Stream<Statement> all(List<Statement> statements) {
    return statements.stream()
        .flatMap(
            statement ->
                switch (statement) {
                  case Statement.When when -> Stream.concat(Stream.of(when), all(when.body()));
                  case Statement.Foreach foreach ->
                      Stream.concat(Stream.of(foreach), all(foreach.body()));
                  default -> Stream.of(statement);
                });
  }
}
