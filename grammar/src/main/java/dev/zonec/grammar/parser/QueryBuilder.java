package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.ExpectationTree;
import dev.zonec.grammar.tree.QueryTree;
import dev.zonec.grammar.tree.QuestionTree;
import java.util.List;

/** Builds queries. */
final class QueryBuilder {
  private final WordBuilder words;

  QueryBuilder(WordBuilder words) {
    this.words = words;
  }

  QuestionTree build(ZoneParser.QueryContext context) {
    return switch (context) {
      case ZoneParser.ConnectionsQueryContext c ->
          new QueryTree(
              end(c.from),
              c.arrow.getType() == ZoneLexer.LEADS,
              end(c.to),
              new ServiceBuilder(words).services(c.services()),
              c.queryPart().stream().map(this::part).toList());
      case ZoneParser.MembersQueryContext c -> new QuestionTree.Members(end(c.queryEnd()));
      default -> throw new IllegalStateException("no such question: " + context.getClass());
    };
  }

  QuestionTree build(ZoneParser.SingleEndContext context) {
    return new QuestionTree.Members(end(context.queryEnd()));
  }

  ExpectationTree build(ZoneParser.ExpectationContext context) {
    return switch (context) {
      case ZoneParser.ConnectionExpectationContext c ->
          new ExpectationTree(
              c.ALLOWED() == null ? ExpectationTree.Kind.DENIED : ExpectationTree.Kind.ALLOWED,
              new QueryTree(
                  end(c.from),
                  false,
                  end(c.to),
                  new ServiceBuilder(words).services(c.services()),
                  List.of()),
              words.nodeSpan(c));
      case ZoneParser.PathExpectationContext c ->
          new ExpectationTree(
              c.NO() == null ? ExpectationTree.Kind.PATH : ExpectationTree.Kind.NO_PATH,
              new QueryTree(
                  end(c.from),
                  true,
                  end(c.to),
                  new ServiceBuilder(words).services(c.services()),
                  c.queryPart().stream().map(this::part).toList()),
              words.nodeSpan(c));
      default -> throw new IllegalStateException("no such expectation: " + context.getClass());
    };
  }

  private QueryTree.Part part(ZoneParser.QueryPartContext context) {
    return switch (context) {
      case ZoneParser.WithinHopsContext c ->
          new QueryTree.Part.Within(words.word(c.count), words.nodeSpan(c));
      case ZoneParser.ViaEndsContext c ->
          new QueryTree.Part.Via(ends(c.queryEnds()), words.nodeSpan(c));
      case ZoneParser.AvoidingEndsContext c ->
          new QueryTree.Part.Avoiding(ends(c.queryEnds()), words.nodeSpan(c));
      default -> throw new IllegalStateException("no such part: " + context.getClass());
    };
  }

  private List<QueryTree.End> ends(ZoneParser.QueryEndsContext context) {
    return context.queryEnd().stream().map(this::end).toList();
  }

  private QueryTree.End end(ZoneParser.QueryEndContext context) {
    return switch (context) {
      case ZoneParser.AnywhereContext c -> new QueryTree.End.Anywhere(words.nodeSpan(c));
      case ZoneParser.SelectedPodsContext c ->
          new QueryTree.End.Pods(
              new SelectorBuilder(words).build(c.selector()),
              c.word() == null ? List.of() : List.of(words.word(c.word())),
              words.nodeSpan(c));
      case ZoneParser.NamespacePodsContext c ->
          new QueryTree.End.Pods(List.of(), List.of(words.word(c.word())), words.nodeSpan(c));
      case ZoneParser.Ipv6EndContext c -> new QueryTree.End.Named(words.word(c));
      case ZoneParser.NamedEndContext c when c.selector() != null ->
          new QueryTree.End.Part(
              words.word(c.word()),
              new SelectorBuilder(words).build(c.selector()),
              words.nodeSpan(c));
      case ZoneParser.NamedEndContext c -> new QueryTree.End.Named(words.word(c));
      default -> throw new IllegalStateException("no such end: " + context.getClass());
    };
  }
}
