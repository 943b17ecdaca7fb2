package dev.zonec.lsp;

import dev.zonec.application.editing.answer.HighlightedTokens.Token;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;

/** Writes tokens as the protocol does: each relative to the one before it. */
final class TokenMessages {
  private static final List<String> TYPES =
      List.of(
          "keyword",
          "namespace",
          "class",
          "interface",
          "function",
          "number",
          "event",
          "parameter",
          "type",
          "enumMember",
          "property",
          "string",
          "comment",
          "variable");
  private static final List<String> MODIFIERS =
      List.of("declaration", "defaultLibrary", "documentation");

  static final SemanticTokensLegend LEGEND = new SemanticTokensLegend(TYPES, MODIFIERS);

  private TokenMessages() {}

  static SemanticTokens of(List<Token> tokens) {
    List<Integer> data = new ArrayList<>();
    Position last = new Position(0, 0);
    for (Token token : tokens) {
      String type = type(token);
      if (type.isEmpty()) {
        continue;
      }
      Position start = Positions.position(token.span().source(), token.span().start());
      int lines = start.getLine() - last.getLine();
      data.add(lines);
      data.add(lines == 0 ? start.getCharacter() - last.getCharacter() : start.getCharacter());
      data.add(token.span().end() - token.span().start());
      data.add(TYPES.indexOf(type));
      data.add(modifiers(token));
      last = start;
    }
    return new SemanticTokens(data);
  }

  private static String type(Token token) {
    return switch (token.role()) {
      case KEYWORD -> "keyword";
      case MODULE, ALIAS, NAMESPACE -> "namespace";
      case PARTY -> token.external() ? "interface" : "class";
      case SERVICE -> "function";
      case PORT, ADDRESS -> "number";
      case ASSERTION -> "event";
      case PARAM -> "parameter";
      case TYPE -> "type";
      case TIER -> "enumMember";
      case LABEL_KEY -> "property";
      case LABEL_VALUE, STRING -> "string";
      case COMMENT, DOC_COMMENT -> "comment";
      case VALUE -> "variable";
      case SIGN, INVALID -> "";
    };
  }

  private static int modifiers(Token token) {
    int bits = token.declares() ? 1 : 0;
    bits |= token.builtIn() ? 2 : 0;
    return token.role() == dev.zonec.grammar.parser.Lexeme.Role.DOC_COMMENT ? bits | 4 : bits;
  }
}
