package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.NodeSpan;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import java.util.List;

/** The parties that the language itself cannot say, so that the prelude cannot declare them. */
final class BuiltInParties {
  private BuiltInParties() {}

  /** {@code any}, every pod and address; {@code any-pod}, every pod. */
  static List<PartyDeclaration.Anyone> all() {
    return List.of(anyone("any", true), anyone("any-pod", false));
  }

  private static PartyDeclaration.Anyone anyone(String name, boolean addresses) {
    Span span = new Span(new SourceText("(built in)", name), 0, name.length());
    return new PartyDeclaration.Anyone(name, addresses, span);
  }

  /** What stands for one among declarations, so that its name is known. */
  static Statement.External placeholder(PartyDeclaration party) {
    NodeSpan nodeSpan = new NodeSpan(party.span());
    return new Statement.External(
        List.of(),
        new Word(party.name(), false, nodeSpan),
        false,
        true,
        List.of(),
        List.of(),
        nodeSpan);
  }
}
