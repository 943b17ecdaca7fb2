package dev.zonec.compiler.variant;

import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Condition;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import java.util.ArrayList;
import java.util.List;

/** Finds the places at which statements name parameters. */
public final class ParamMentions implements ParamLookup {
  private static final String OPEN = "${";

  private final List<Span> found = new ArrayList<>();

  private ParamMentions() {}

  /** Returns the spans of the names, in no particular order. */
  public static List<Span> of(List<Statement> statements) {
    ParamMentions mentions = new ParamMentions();
    new TreeSubstitution(mentions).statements(statements);
    return List.copyOf(mentions.found);
  }

  @Override
  public boolean holds(Statement.When when) {
    for (Condition condition : when.conditions()) {
      found.add(condition.param().span());
    }
    return true;
  }

  @Override
  public String text(String param, Span span) {
    addHole(param, span);
    return "";
  }

  @Override
  public List<Word> addresses(String param, Word word) {
    addHole(param, word.span());
    return List.of();
  }

  private void addHole(String param, Span hole) {
    // A word in quotes can have escapes, which the offsets in it do not count.
    int at = hole.text().indexOf(OPEN + param + "}");
    if (at >= 0 && hole.text().indexOf(OPEN, at + 1) < 0) {
      int start = hole.start() + at + OPEN.length();
      found.add(new Span(hole.source(), start, start + param.length()));
    }
  }
}
