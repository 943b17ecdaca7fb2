package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Continues at the next statement after a syntax error. It never repairs a statement by inserting
 * or deleting tokens.
 */
final class StatementRecovery extends DefaultErrorStrategy {
  @Override
  public Token recoverInline(Parser recognizer) {
    throw new InputMismatchException(recognizer);
  }

  @Override
  public void sync(Parser recognizer) {
    if (inErrorRecoveryMode(recognizer)) {
      return;
    }
    ATNState state = recognizer.getInterpreter().atn.states.get(recognizer.getState());
    IntervalSet next = recognizer.getATN().nextTokens(state);
    int token = recognizer.getInputStream().LA(1);
    if (next.contains(Token.EPSILON) || next.contains(token)) {
      return;
    }
    int type = state.getStateType();
    if (type == ATNState.BLOCK_START
        || type == ATNState.STAR_BLOCK_START
        || type == ATNState.PLUS_BLOCK_START
        || type == ATNState.STAR_LOOP_ENTRY
        || type == ATNState.STAR_LOOP_BACK
        || type == ATNState.PLUS_LOOP_BACK) {
      throw new InputMismatchException(recognizer);
    }
  }

  @Override
  public void recover(Parser recognizer, RecognitionException e) {
    boolean again = recognizer.getInputStream().index() == lastErrorIndex;
    if (again && !atEnd(recognizer)) {
      // Without progress, the same error would occur forever.
      recognizer.consume();
    }
    lastErrorIndex = recognizer.getInputStream().index();
    int braces = WhenBraces.openAt(recognizer);
    if (braces > 0) {
      recoverInWhen(recognizer, braces);
    } else {
      while (!atEnd(recognizer) && !beginsStatement(recognizer)) {
        recognizer.consume();
      }
    }
  }

  /**
   * Continues at the next statement inside the {@code when} or {@code foreach}, or at the closing
   * brace of the innermost open block. A statement that is not allowed inside a block ends it, and
   * the rest of the block is skipped.
   */
  private static void recoverInWhen(Parser recognizer, int braces) {
    boolean misplaced = WhenBraces.isBlock(recognizer.getContext());
    int open = braces;
    while (!atEnd(recognizer)) {
      int token = recognizer.getInputStream().LA(1);
      if (!misplaced && open <= braces && (token == ZoneLexer.RBRACE || beginsInner(recognizer))) {
        return;
      }
      recognizer.consume();
      if (token == ZoneLexer.LBRACE) {
        open++;
      } else if (token == ZoneLexer.RBRACE && --open == 0) {
        return;
      }
    }
  }

  private static boolean beginsInner(Parser recognizer) {
    return switch (recognizer.getInputStream().LA(1)) {
      case ZoneLexer.MODULE, ZoneLexer.IMPORT, ZoneLexer.PARAM, ZoneLexer.WHEN -> false;
      default -> beginsStatement(recognizer);
    };
  }

  private static boolean atEnd(Parser recognizer) {
    return recognizer.getInputStream().LA(1) == Token.EOF;
  }

  /**
   * Whether the parser is at a keyword that begins a statement: at the beginning of a line or after
   * a closing brace, because elsewhere the same word can be a label's value.
   */
  private static boolean beginsStatement(Parser recognizer) {
    Token here = recognizer.getCurrentToken();
    int type = here.getType();
    if (!Keywords.beginStatement(type)) {
      return false;
    }
    Token before = recognizer.getInputStream().LT(-1);
    return before == null
        || before.getLine() < here.getLine()
        || before.getType() == ZoneLexer.RBRACE;
  }

  @Override
  protected void reportNoViableAlternative(
      Parser recognizer, org.antlr.v4.runtime.NoViableAltException e) {
    // The error is at the token where no alternative matches, not where the decision began.
    recognizer.notifyErrorListeners(e.getOffendingToken(), "", e);
  }
}
