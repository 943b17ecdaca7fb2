package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.DisjointTree;
import dev.zonec.grammar.tree.Statement;
import java.util.List;

/** Builds {@code disjoint} statements. */
final class DisjointBuilder {
  private final WordBuilder words;

  DisjointBuilder(WordBuilder words) {
    this.words = words;
  }

  Statement.Disjoint disjoint(List<String> docs, ZoneParser.DisjointStatementContext context) {
    DisjointTree zones =
        switch (context.disjoint()) {
          case ZoneParser.DisjointChildrenContext c ->
              new DisjointTree.ChildrenOf(words.word(c.parent));
          case ZoneParser.DisjointZonesContext c -> new DisjointTree.Listed(words.words(c.name()));
          default -> throw new IllegalStateException("no such zones: " + context.getText());
        };
    return new Statement.Disjoint(docs, zones, words.nodeSpan(context));
  }
}
