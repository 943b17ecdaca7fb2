package dev.zonec.tests.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.print.TreePrinter;
import dev.zonec.grammar.tree.SourceFile;
import dev.zonec.grammar.tree.Statement;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Printing and parsing are inverse to each other for all trees. */
final class TreeRoundTripProperty {
  @Provide
  Arbitrary<List<Statement>> programs() {
    return Trees.statement().list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<Statement> statements() {
    return Trees.statement();
  }

  @Property(tries = 600)
  void parsingAPrintedProgramReturnsItsTree(@ForAll("programs") List<Statement> statements) {
    String text = print(statements);
    assertThat(parse(text)).as(text).isEqualTo(statements);
  }

  @Property(tries = 600)
  void parsingAPrintedStatementReturnsItsTree(@ForAll("statements") Statement statement) {
    String text = TreePrinter.print(statement);
    assertThat(parse(text)).as(text).isEqualTo(List.of(statement));
    assertThat(parse(text.replace("\n", "\r\n"))).as("with CRLF: " + text).isEqualTo(parse(text));
  }

  @Property(tries = 600)
  void printingIsIdempotent(@ForAll("programs") List<Statement> statements) {
    String once = print(statements);
    assertThat(print(parse(once))).isEqualTo(once);
  }

  private static String print(List<Statement> statements) {
    return TreePrinter.print(new SourceFile(new SourceText("tree.zone", ""), statements));
  }

  private static List<Statement> parse(String text) {
    return switch (ZoneParsing.source(new SourceText("printed.zone", text))) {
      case Parsed.Tree<SourceFile>(SourceFile file) -> file.statements();
      case Parsed.Malformed<SourceFile>(var problems) ->
          throw new AssertionError(problems + "\nin\n" + text);
    };
  }
}
