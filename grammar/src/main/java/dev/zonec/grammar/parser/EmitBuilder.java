package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.Statement;
import java.util.List;

/** Builds {@code emit} statements. */
final class EmitBuilder {
  private final WordBuilder words;

  EmitBuilder(WordBuilder words) {
    this.words = words;
  }

  Statement.Emit emit(List<String> docs, ZoneParser.EmitStatementContext context) {
    return new Statement.Emit(
        docs, context.emitClause().stream().map(this::clause).toList(), words.nodeSpan(context));
  }

  private Statement.EmitClause clause(ZoneParser.EmitClauseContext context) {
    Statement.EmitKind kind =
        context.kind.getType() == ZoneLexer.LABELS
            ? Statement.EmitKind.LABELS
            : Statement.EmitKind.ANNOTATIONS;
    return new Statement.EmitClause(
        kind, context.metadataEntry().stream().map(this::entry).toList(), words.nodeSpan(context));
  }

  private Statement.EmitEntry entry(ZoneParser.MetadataEntryContext context) {
    return new Statement.EmitEntry(
        words.word(context.word()), words.word(context.labelValue()), words.nodeSpan(context));
  }
}
