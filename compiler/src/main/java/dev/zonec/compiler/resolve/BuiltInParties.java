package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.NodeSpan;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import java.util.List;

/** The parties that the prelude cannot declare, because the language cannot express them. */
final class BuiltInParties {
  private BuiltInParties() {}

  /** Returns {@code any} (every pod and address) and {@code any-pod} (every pod). */
  static List<PartyDeclaration.Anyone> all() {
    return List.of(anyone("any", true), anyone("any-pod", false));
  }

  private static PartyDeclaration.Anyone anyone(String name, boolean addresses) {
    Span span = new Span(new SourceText("(built in)", name), 0, name.length());
    return new PartyDeclaration.Anyone(name, addresses, span);
  }

  /** Returns a statement that represents the party in the table of names. */
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
