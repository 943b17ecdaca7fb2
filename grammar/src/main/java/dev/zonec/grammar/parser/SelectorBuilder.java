package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.RequirementTree;
import java.util.List;

/** Builds selectors. */
final class SelectorBuilder {
  private final WordBuilder words;

  SelectorBuilder(WordBuilder words) {
    this.words = words;
  }

  List<RequirementTree> build(ZoneParser.SelectorContext context) {
    return context.requirement().stream().map(this::requirement).toList();
  }

  private RequirementTree requirement(ZoneParser.RequirementContext context) {
    return switch (context) {
      case ZoneParser.KeyIsPresentContext c -> new RequirementTree.Present(words.word(c.word()));
      case ZoneParser.KeyIsAbsentContext c -> new RequirementTree.Absent(words.word(c.word()));
      case ZoneParser.KeyIsContext c ->
          new RequirementTree.Is(words.word(c.word()), words.word(c.labelValue()));
      case ZoneParser.KeyIsNotContext c ->
          new RequirementTree.IsNot(words.word(c.word()), words.word(c.labelValue()));
      case ZoneParser.KeyIsInContext c ->
          new RequirementTree.IsIn(words.word(c.word()), words.words(c.labelValue()));
      case ZoneParser.KeyIsNotInContext c ->
          new RequirementTree.IsNotIn(words.word(c.word()), words.words(c.labelValue()));
      default -> throw new IllegalStateException("no such requirement: " + context.getClass());
    };
  }
}
