package dev.zonec.grammar.format;

import dev.zonec.grammar.outline.Part.Token;
import dev.zonec.grammar.outline.Setting;
import java.util.List;

/** Decides whether there is a space between two tokens of a line. */
final class Spacing {
  private Spacing() {}

  /** Returns the text of the tokens. */
  static String join(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      if (i > 0) {
        text.append(between(tokens.get(i - 1), tokens.get(i)));
      }
      text.append(tokens.get(i).text());
    }
    return text.toString();
  }

  static String between(Token left, Token right) {
    return tightAfter(left) || tightBefore(right) || emptyBlock(left, right) ? "" : " ";
  }

  private static boolean tightAfter(Token left) {
    return switch (left.setting()) {
      case NAME -> false;
      // As in Kubernetes: app=x,tier in (a, b),!canary
      case SELECTOR -> true;
      case REQUIREMENT -> left.is("(") || left.is("!") || isComparison(left);
      case SET -> left.is("{");
      case PORT -> true;
      case PARAM, CONDITION, TYPE, QUERY_END, ZONE, ASSERTION, ENTRY, BLOCK, OTHER ->
          left.is("(") || left.is("[");
    };
  }

  private static boolean tightBefore(Token right) {
    if (right.is(",") || right.is(")") || right.is("]")) {
      return true;
    }
    return switch (right.setting()) {
      case REQUIREMENT -> isComparison(right);
      case SET -> right.is("}");
      case PORT -> right.is("/");
      case ASSERTION, ENTRY -> right.is(":");
      case TYPE, QUERY_END -> right.is("(") || right.is("[");
      case NAME, SELECTOR, PARAM, CONDITION, ZONE, BLOCK, OTHER -> false;
    };
  }

  private static boolean isComparison(Token token) {
    return token.is("=") || token.is("==") || token.is("!=");
  }

  private static boolean emptyBlock(Token left, Token right) {
    return left.setting() == Setting.BLOCK
        && right.setting() == Setting.BLOCK
        && left.is("{")
        && right.is("}");
  }
}
