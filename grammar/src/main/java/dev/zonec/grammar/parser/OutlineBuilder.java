package dev.zonec.grammar.parser;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.outline.Comment;
import dev.zonec.grammar.outline.Line;
import dev.zonec.grammar.outline.Outline;
import dev.zonec.grammar.outline.Part;
import dev.zonec.grammar.outline.Setting;
import dev.zonec.grammar.outline.Trivia;
import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Builds outlines. It knows the few rules whose tokens have a special setting, but no statements: a
 * rule inside braces becomes a line.
 */
final class OutlineBuilder {
  private final SourceText source;
  private final List<Token> tokens;
  private final Offsets offsets;

  /**
   * @param tokens every token of the source, by its index
   */
  OutlineBuilder(SourceText source, List<Token> tokens) {
    this.source = source;
    this.tokens = tokens;
    this.offsets = new Offsets(source.content());
  }

  Outline outline(List<ZoneParser.ProgramContext> programs) {
    List<Line> lines = new ArrayList<>();
    for (ZoneParser.ProgramContext program : programs) {
      for (ParseTree child : program.children) {
        if (child instanceof ParserRuleContext) {
          lines.add(line(child));
        }
      }
    }
    return new Outline(lines, gapBefore(tokens.size() - 1));
  }

  /** Returns a line for each expectation. */
  Outline expectations(List<ZoneParser.ExpectationContext> expectations) {
    List<Line> lines = new ArrayList<>();
    for (ZoneParser.ExpectationContext expectation : expectations) {
      List<Part> parts = new ArrayList<>();
      addParts(expectation, parts);
      // The last token is the end of the line.
      parts.removeLast();
      lines.add(new Line(Line.Kind.STATEMENT, parts));
    }
    return new Outline(lines, gapBefore(tokens.size() - 1));
  }

  private Line line(ParseTree tree) {
    List<Part> parts = new ArrayList<>();
    if (tree instanceof ParserRuleContext rule) {
      addParts(rule, parts);
    } else {
      parts.add(token((TerminalNode) tree, Setting.OTHER));
    }
    Line.Kind kind =
        tree instanceof ZoneParser.StatementContext
                || tree instanceof ZoneParser.InnerStatementContext
                || tree instanceof ZoneParser.OuterStatementContext
            ? Line.Kind.STATEMENT
            : Line.Kind.CLAUSE;
    return new Line(kind, parts);
  }

  private void addParts(ParserRuleContext rule, List<Part> parts) {
    Setting setting = setting(rule);
    for (int i = 0; i < rule.getChildCount(); i++) {
      switch (rule.getChild(i)) {
        case ParserRuleContext inner -> addParts(inner, parts);
        case TerminalNode node when opensBlock(node, setting) -> {
          int close = i + 1;
          while (!isA(rule.getChild(close), ZoneLexer.RBRACE)) {
            close++;
          }
          List<Line> lines = new ArrayList<>();
          for (ParseTree inner : rule.children.subList(i + 1, close)) {
            lines.add(line(inner));
          }
          parts.add(
              new Part.Block(
                  token(node, Setting.BLOCK),
                  lines,
                  token((TerminalNode) rule.getChild(close), Setting.BLOCK)));
          i = close;
        }
        case TerminalNode node -> parts.add(token(node, setting));
        default -> throw new IllegalStateException("no such node: " + rule.getChild(i));
      }
    }
  }

  private static boolean opensBlock(TerminalNode node, Setting setting) {
    return setting != Setting.SET && isA(node, ZoneLexer.LBRACE);
  }

  private static boolean isA(ParseTree tree, int type) {
    return tree instanceof TerminalNode node && node.getSymbol().getType() == type;
  }

  private static Setting setting(ParserRuleContext rule) {
    return switch (rule) {
      case ZoneParser.NameContext c -> Setting.NAME;
      case ZoneParser.WordContext c -> Setting.NAME;
      case ZoneParser.ValueContext c -> Setting.NAME;
      case ZoneParser.AddressContext c -> Setting.NAME;
      case ZoneParser.PlaceContext c -> Setting.NAME;
      case ZoneParser.LabelValueContext c -> Setting.NAME;
      case ZoneParser.ConditionContext c -> Setting.CONDITION;
      case ZoneParser.ParamStatementContext c -> Setting.PARAM;
      case ZoneParser.ParamTypeContext c -> Setting.TYPE;
      case ZoneParser.SelectorContext c -> Setting.SELECTOR;
      case ZoneParser.RequirementContext c -> Setting.REQUIREMENT;
      case ZoneParser.PartiesContext c -> Setting.SET;
      case ZoneParser.QueryEndsContext c -> Setting.SET;
      case ZoneParser.QueryEndContext c -> Setting.QUERY_END;
      case ZoneParser.NamedPortContext c -> Setting.PORT;
      case ZoneParser.ZoneStatementContext c -> Setting.ZONE;
      case ZoneParser.AssertStatementContext c -> Setting.ASSERTION;
      case ZoneParser.MetadataEntryContext c -> Setting.ENTRY;
      default -> Setting.OTHER;
    };
  }

  private Part.Token token(TerminalNode node, Setting setting) {
    Token token = node.getSymbol();
    return new Part.Token(token.getText(), setting, gapBefore(token.getTokenIndex()));
  }

  private Trivia gapBefore(int index) {
    int first = index;
    while (first > 0 && tokens.get(first - 1).getChannel() == Token.HIDDEN_CHANNEL) {
      first--;
    }
    List<Comment> comments = new ArrayList<>();
    boolean breaks = first == 0;
    boolean blank = false;
    for (Token token : tokens.subList(first, index)) {
      if (token.getType() == ZoneLexer.SPACE) {
        breaks |= token.getText().indexOf('\n') >= 0 || token.getText().indexOf('\r') >= 0;
        // As for doc comments, a lone carriage return ends a line but does not create an empty one.
        blank = token.getText().chars().filter(c -> c == '\n').count() > 1;
      } else {
        comments.add(
            new Comment(
                token.getText().stripTrailing(), breaks, blank, offsets.span(source, token)));
        blank = false;
      }
    }
    return new Trivia(comments, breaks, blank);
  }
}
