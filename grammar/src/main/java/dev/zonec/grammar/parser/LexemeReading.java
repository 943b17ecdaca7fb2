package dev.zonec.grammar.parser;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Lexeme.Role;
import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Finds the role of each token of a source. */
final class LexemeReading {
  private final Offsets offsets;
  private final Map<Integer, Use> uses = new HashMap<>();

  private record Use(Role role, boolean declares) {}

  private LexemeReading(SourceText source) {
    this.offsets = new Offsets(source.content());
  }

  /**
   * Returns the tokens and comments of a source.
   *
   * @param tokens all tokens, including hidden ones
   * @param programs the parse trees
   */
  static List<Lexeme> of(
      SourceText source, List<Token> tokens, List<ZoneParser.ProgramContext> programs) {
    LexemeReading reading = new LexemeReading(source);
    programs.forEach(reading::visit);
    List<Lexeme> found = new ArrayList<>();
    for (Token token : tokens) {
      if (token.getType() != Token.EOF && token.getType() != ZoneLexer.SPACE) {
        Use use = reading.uses.getOrDefault(token.getStartIndex(), byForm(token));
        found.add(new Lexeme(use.role(), use.declares(), reading.offsets.span(source, token)));
      }
    }
    return found;
  }

  private void visit(ParserRuleContext context) {
    for (int i = 0; i < context.getChildCount(); i++) {
      ParseTree child = context.getChild(i);
      if (child instanceof TerminalNode leaf) {
        if (leaf.getSymbol().getType() != Token.EOF) {
          uses.put(
              leaf.getSymbol().getStartIndex(),
              leaf instanceof ErrorNode ? byForm(leaf.getSymbol()) : use(leaf, context));
        }
      } else if (child instanceof ParserRuleContext rule) {
        visit(rule);
      }
    }
  }

  private static Use use(TerminalNode leaf, ParserRuleContext rule) {
    Token token = leaf.getSymbol();
    if (token.getType() == ZoneLexer.STRING) {
      return new Use(Role.STRING, false);
    }
    return switch (rule) {
      case ZoneParser.NameContext name -> ofName(name, outer(name));
      case ZoneParser.WordContext word -> ofName(word, outer(word));
      case ZoneParser.ValueContext value -> new Use(Role.VALUE, false);
      case ZoneParser.LabelValueContext value -> new Use(Role.LABEL_VALUE, false);
      case ZoneParser.PlaceContext place -> new Use(Role.NAMESPACE, false);
      case ZoneParser.AddressContext address -> new Use(Role.ADDRESS, false);
      case ZoneParser.OneIpv6ValueContext value -> new Use(Role.ADDRESS, false);
      case ZoneParser.PortOfParametersContext port -> new Use(Role.PORT, false);
      default -> byForm(token);
    };
  }

  /** Returns the nearest rule around a name that says what it is the name of. */
  private static ParserRuleContext outer(ParserRuleContext name) {
    ParserRuleContext outer = name.getParent();
    while (outer instanceof ZoneParser.NameContext
        || outer instanceof ZoneParser.WordContext
        || outer instanceof ZoneParser.ValueContext) {
      outer = outer.getParent();
    }
    return outer;
  }

  private static Use ofName(ParserRuleContext name, ParserRuleContext outer) {
    return switch (outer) {
      case ZoneParser.ModuleStatementContext c -> new Use(Role.MODULE, true);
      case ZoneParser.ImportStatementContext c -> new Use(Role.ALIAS, true);
      case ZoneParser.ParamStatementContext c -> new Use(Role.PARAM, true);
      case ZoneParser.ChoiceTypeContext c ->
          new Use(isAt(c.name(), name) ? Role.TYPE : Role.VALUE, false);
      case ZoneParser.ListTypeContext c -> new Use(Role.TYPE, false);
      case ZoneParser.PlainTypeContext c -> new Use(Role.TYPE, false);
      case ZoneParser.ConditionContext c -> new Use(isAt(c, name) ? Role.PARAM : Role.VALUE, false);
      case ZoneParser.ZoneStatementContext c ->
          c.tier != null && isAt(c.tier, name)
              ? new Use(Role.TIER, false)
              : new Use(Role.PARTY, c.parent == null || !isAt(c.parent, name));
      case ZoneParser.ExternalStatementContext c -> new Use(Role.PARTY, true);
      case ZoneParser.ForeachStatementContext c -> new Use(Role.PARTY, true);
      case ZoneParser.ServiceStatementContext c -> new Use(Role.SERVICE, true);
      case ZoneParser.NamedPortContext c -> new Use(Role.PORT, false);
      case ZoneParser.ServiceOrPortContext c ->
          new Use(c.getText().indexOf('/') < 0 ? Role.SERVICE : Role.PORT, false);
      case ZoneParser.AssertStatementContext c -> new Use(Role.ASSERTION, true);
      case ZoneParser.WaiveStatementContext c -> new Use(Role.ASSERTION, false);
      case ZoneParser.RequirementContext c -> new Use(Role.LABEL_KEY, false);
      case ZoneParser.LabelValueContext c -> new Use(Role.LABEL_VALUE, false);
      case ZoneParser.PlaceContext c -> new Use(Role.NAMESPACE, false);
      case ZoneParser.MetadataEntryContext c -> new Use(Role.LABEL_KEY, false);
      case ZoneParser.TrustStatementContext c -> new Use(Role.LABEL_KEY, false);
      case ZoneParser.LabelSetterContext c -> new Use(Role.VALUE, false);
      case ZoneParser.ParamDefaultContext c -> new Use(Role.VALUE, false);
      case ZoneParser.TicketContext c -> new Use(Role.VALUE, false);
      case ZoneParser.WaiverTicketContext c -> new Use(Role.VALUE, false);
      default -> new Use(Role.PARTY, false);
    };
  }

  /** Whether two rules begin with the same token. */
  private static boolean isAt(ParserRuleContext one, ParserRuleContext other) {
    return one.getStart().getStartIndex() == other.getStart().getStartIndex();
  }

  private static Use byForm(Token token) {
    int type = token.getType();
    Role role =
        switch (type) {
          case ZoneLexer.STRING, ZoneLexer.OPEN_STRING -> Role.STRING;
          case ZoneLexer.COMMENT -> Role.COMMENT;
          case ZoneLexer.DOC_COMMENT -> Role.DOC_COMMENT;
          case ZoneLexer.UNEXPECTED -> Role.INVALID;
          case ZoneLexer.IPV6 -> Role.ADDRESS;
          case ZoneLexer.WORD, ZoneLexer.TEMPLATE, ZoneLexer.HANDLE -> Role.VALUE;
          default -> Keywords.isKeyword(type) ? Role.KEYWORD : Role.SIGN;
        };
    return new Use(role, false);
  }
}
