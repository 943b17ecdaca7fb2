package dev.zonec.grammar.parser;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Builds statements with their doc comments. */
final class StatementBuilder {
  private final WordBuilder words;
  private final Map<Integer, List<String>> docsBefore;

  StatementBuilder(SourceText source, List<Token> tokens) {
    this.words = new WordBuilder(source);
    this.docsBefore = docs(tokens);
  }

  /**
   * Returns the doc comment before each token, by the token's offset. A doc comment consists of
   * consecutive lines.
   */
  private static Map<Integer, List<String>> docs(List<Token> tokens) {
    Map<Integer, List<String>> found = new HashMap<>();
    List<String> run = new ArrayList<>();
    for (Token token : tokens) {
      switch (token.getType()) {
        case ZoneLexer.DOC_COMMENT -> run.add(text(token));
        case ZoneLexer.SPACE -> {
          if (!run.isEmpty() && token.getText().chars().filter(c -> c == '\n').count() > 1) {
            run.clear();
          }
        }
        default -> {
          if (!run.isEmpty() && token.getChannel() == Token.DEFAULT_CHANNEL) {
            found.put(token.getStartIndex(), List.copyOf(run));
          }
          run.clear();
        }
      }
    }
    return found;
  }

  private static String text(Token docComment) {
    String text = docComment.getText().substring(2);
    return (text.startsWith(" ") ? text.substring(1) : text).stripTrailing();
  }

  /** Returns the statements without syntax errors, in the order of the source. */
  List<Statement> build(ZoneParser.ProgramContext program) {
    List<Statement> statements = new ArrayList<>();
    for (ParseTree child : program.children) {
      switch (child) {
        case ZoneParser.OuterStatementContext outer when WellFormedness.isWhole(outer) ->
            statements.add(build(outer));
        case ZoneParser.InnerStatementContext inner when WellFormedness.isWhole(inner) ->
            statements.add(build(inner));
        default -> {}
      }
    }
    return statements;
  }

  private List<String> docs(ParserRuleContext statement) {
    return docsBefore.getOrDefault(statement.getStart().getStartIndex(), Collections.emptyList());
  }

  private Statement build(ZoneParser.OuterStatementContext statement) {
    List<String> docs = docs(statement);
    return switch (statement.getChild(0)) {
      case ZoneParser.ModuleStatementContext c ->
          new Statement.Module(docs, words.word(c.name()), words.nodeSpan(c));
      case ZoneParser.ImportStatementContext c -> new ImportBuilder(words).build(docs, c);
      case ZoneParser.ParamStatementContext c -> new ParamBuilder(words).build(docs, c);
      case ZoneParser.WhenStatementContext c ->
          new WhenBuilder(words)
              .build(
                  docs,
                  c,
                  WellFormedness.whole(c.innerStatement()).stream().map(this::build).toList());
      default -> throw new IllegalStateException("no such statement: " + statement.getText());
    };
  }

  private Statement build(ZoneParser.InnerStatementContext statement) {
    return switch (statement.getChild(0)) {
      case ZoneParser.ForeachStatementContext c -> foreach(docs(statement), c);
      case ZoneParser.StatementContext c -> build(c);
      default -> throw new IllegalStateException("no such statement: " + statement.getText());
    };
  }

  private Statement foreach(List<String> docs, ZoneParser.ForeachStatementContext context) {
    return new Statement.Foreach(
        docs,
        new SelectorBuilder(words).build(context.selector()),
        context.name() == null
            ? new Statement.Alias.Standard(words.word(context.NAMESPACE().getSymbol()))
            : new Statement.Alias.Named(words.word(context.name())),
        WellFormedness.whole(context.statement()).stream().map(this::build).toList(),
        words.nodeSpan(context));
  }

  private Statement build(ZoneParser.StatementContext statement) {
    List<String> docs = docs(statement);
    return switch (statement.getChild(0)) {
      case ZoneParser.ClusterStatementContext c -> cluster(docs, c);
      case ZoneParser.DefaultsStatementContext c -> defaults(docs, c);
      case ZoneParser.AssumeStatementContext c -> new Statement.Assume(docs, words.nodeSpan(c));
      case ZoneParser.ZoneStatementContext c -> new PartyBuilder(words).zone(docs, c);
      case ZoneParser.ExternalStatementContext c -> new PartyBuilder(words).external(docs, c);
      case ZoneParser.ServiceStatementContext c ->
          new Statement.Service(
              docs,
              words.word(c.name()),
              new ServiceBuilder(words).terms(c.serviceTerm()),
              words.nodeSpan(c));
      case ZoneParser.AllowStatementContext c -> new FlowBuilder(words).allow(docs, c);
      case ZoneParser.AssertStatementContext c ->
          new Statement.Assert(
              docs,
              words.word(c.name()),
              new ClaimBuilder(words).build(c.claim()),
              words.nodeSpan(c));
      case ZoneParser.TrustStatementContext c -> new TrustBuilder(words).trust(docs, c);
      case ZoneParser.DisjointStatementContext c -> new DisjointBuilder(words).disjoint(docs, c);
      case ZoneParser.EmitStatementContext c -> new EmitBuilder(words).emit(docs, c);
      case ZoneParser.WaiveStatementContext c -> new WaiverBuilder(words).waive(docs, c);
      default -> throw new IllegalStateException("no such statement: " + statement.getText());
    };
  }

  private Statement cluster(List<String> docs, ZoneParser.ClusterStatementContext context) {
    List<Statement.ClusterClause> clauses = new ArrayList<>();
    for (ZoneParser.ClusterClauseContext clause : context.clusterClause()) {
      Statement.ClusterRange range =
          switch (clause.kind.getType()) {
            case ZoneLexer.PODS -> Statement.ClusterRange.PODS;
            case ZoneLexer.SERVICES -> Statement.ClusterRange.SERVICES;
            case ZoneLexer.APISERVER -> Statement.ClusterRange.APISERVER;
            case ZoneLexer.NODES -> Statement.ClusterRange.NODES;
            default -> throw new IllegalStateException("no such range: " + clause.getText());
          };
      clauses.add(
          new Statement.ClusterClause(
              range, words.words(clause.address()), words.nodeSpan(clause)));
    }
    return new Statement.Cluster(docs, clauses, words.nodeSpan(context));
  }

  private Statement defaults(List<String> docs, ZoneParser.DefaultsStatementContext context) {
    List<Statement.DefaultsClause> clauses = new ArrayList<>();
    for (ZoneParser.DefaultsClauseContext clause : context.defaultsClause()) {
      Statement.DefaultsSubject subject =
          switch (clause.subject.getType()) {
            case ZoneLexer.INGRESS -> Statement.DefaultsSubject.INGRESS;
            case ZoneLexer.EGRESS -> Statement.DefaultsSubject.EGRESS;
            case ZoneLexer.DNS -> Statement.DefaultsSubject.DNS;
            case ZoneLexer.UNZONED -> Statement.DefaultsSubject.UNZONED;
            default -> throw new IllegalStateException("no such default: " + clause.getText());
          };
      clauses.add(new Statement.DefaultsClause(subject, isAllowed(clause), words.nodeSpan(clause)));
    }
    return new Statement.Defaults(docs, clauses, words.nodeSpan(context));
  }

  private static boolean isAllowed(ZoneParser.DefaultsClauseContext clause) {
    return switch (clause.answer.getType()) {
      case ZoneLexer.ALLOW -> true;
      case ZoneLexer.DENY -> false;
      default -> throw new IllegalStateException("no such answer: " + clause.getText());
    };
  }
}
