package dev.zonec.grammar.parser;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Divides tokens by lines, so that a syntax error affects one line only. */
final class ExpectationLines {
  private ExpectationLines() {}

  /** Returns the tokens of each line that has any, with an end after the last one. */
  static List<List<Token>> of(List<Token> tokens) {
    List<List<Token>> lines = new ArrayList<>();
    List<Token> line = new ArrayList<>();
    for (Token token : tokens) {
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        continue;
      }
      boolean ends = token.getType() == Token.EOF;
      if (!line.isEmpty() && (ends || token.getLine() > line.getFirst().getLine())) {
        line.add(end(line.getLast()));
        lines.add(line);
        line = new ArrayList<>();
      }
      line.add(token);
    }
    return lines;
  }

  private static Token end(Token last) {
    CommonToken end = new CommonToken(last);
    end.setType(Token.EOF);
    end.setText("<EOF>");
    end.setStartIndex(last.getStopIndex() + 1);
    end.setStopIndex(last.getStopIndex());
    end.setCharPositionInLine(last.getCharPositionInLine() + last.getText().length());
    return end;
  }
}
