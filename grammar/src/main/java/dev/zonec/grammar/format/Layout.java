package dev.zonec.grammar.format;

import dev.zonec.grammar.outline.Comment;
import dev.zonec.grammar.outline.Line;
import dev.zonec.grammar.outline.Outline;
import dev.zonec.grammar.outline.Part;
import dev.zonec.grammar.outline.Part.Token;
import dev.zonec.grammar.outline.Trivia;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides where lines break. */
final class Layout {
  /** The greatest width of a line, in code points, unless a single word or comment is wider. */
  static final int WIDTH = 100;

  /** The indentation of the lines in a block. */
  static final int BLOCK = 2;

  /** The indentation of continued lines. */
  static final int CONTINUED = 4;

  private final List<Row> rows = new ArrayList<>();

  List<Row> rows(Outline outline) {
    outline.lines().forEach(line -> addLine(line, 0));
    addComments(outline.end(), 0);
    return List.copyOf(rows);
  }

  private void addLine(Line line, int indent) {
    addComments(line.first().before(), indent);
    boolean blankLine = mayBlank(line.first().before().blankLine());
    Optional<Row> flat = FlatLine.of(line, indent, blankLine);
    if (flat.isPresent()) {
      rows.add(flat.get());
    } else {
      addBroken(line, indent, blankLine);
    }
  }

  /** Adds a line whose blocks have lines of their own. */
  private void addBroken(Line line, int indent, boolean blankLine) {
    List<Token> open = new ArrayList<>();
    boolean blank = blankLine;
    for (Part part : line.parts()) {
      switch (part) {
        case Token token -> open.add(token);
        case Part.Block block -> {
          open.add(block.open());
          boolean empty = block.lines().isEmpty() && block.close().before().comments().isEmpty();
          if (!empty) {
            addTokens(open, indent, blank, new Row.Role.Opening());
            open.clear();
            blank = false;
            block.lines().forEach(inner -> addLine(inner, indent + BLOCK));
            addComments(block.close().before(), indent + BLOCK);
          }
          open.add(block.close());
        }
      }
    }
    addTokens(open, indent, blank, new Row.Role.Alone());
  }

  private void addTokens(List<Token> tokens, int indent, boolean blankLine, Row.Role last) {
    boolean commented =
        tokens.stream().skip(1).anyMatch(token -> !token.before().comments().isEmpty());
    if (commented) {
      addAroundComments(tokens, indent, blankLine, last);
    } else {
      rows.addAll(new Wrapping(indent, blankLine, last).rows(tokens));
    }
  }

  /** Adds a line with comments inside. It breaks only at the comments. */
  private void addAroundComments(
      List<Token> tokens, int indent, boolean blankLine, Row.Role lastRole) {
    int margin = indent;
    boolean blank = blankLine;
    List<Token> piece = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (i > 0 && !token.before().comments().isEmpty()) {
        addPiece(piece, margin, blank, new Row.Role.Alone());
        piece.clear();
        blank = false;
        margin = indent + CONTINUED;
        for (Comment comment : token.before().comments()) {
          addComment(comment, margin, false);
        }
      }
      piece.add(token);
    }
    addPiece(piece, margin, blank, lastRole);
  }

  private void addPiece(List<Token> piece, int indent, boolean blankLine, Row.Role role) {
    rows.add(Row.of(indent, Spacing.join(piece), blankLine, role));
  }

  private void addComments(Trivia gap, int indent) {
    for (Comment comment : gap.comments()) {
      addComment(comment, indent, comment.blankLine());
    }
  }

  private void addComment(Comment comment, int indent, boolean blankLine) {
    if (comment.ownLine()) {
      rows.add(Row.of(indent, comment.text(), mayBlank(blankLine), new Row.Role.Transparent()));
    } else {
      rows.add(rows.removeLast().withTrailing(comment.text()));
    }
  }

  /**
   * Whether an empty line is allowed: not at the beginning of the file or of a block. An empty line
   * after a comment there is kept.
   */
  private boolean mayBlank(boolean blankLine) {
    boolean begins =
        rows.isEmpty()
            || (rows.getLast().role() instanceof Row.Role.Opening
                && rows.getLast().trailing().isEmpty());
    return blankLine && !begins;
  }
}
