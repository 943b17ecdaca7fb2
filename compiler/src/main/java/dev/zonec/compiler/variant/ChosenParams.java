package dev.zonec.compiler.variant;

import dev.zonec.compiler.param.ParamValue;
import dev.zonec.compiler.param.ProgramParams;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Condition;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import java.util.List;
import java.util.SortedMap;

/**
 * The values of parameters for one variant. The uses of parameters must have been checked.
 *
 * @param params the given and declared values
 * @param choices the values of open {@code enum} parameters
 */
record ChosenParams(ProgramParams params, SortedMap<String, String> choices)
    implements ParamLookup {
  @Override
  public boolean holds(Statement.When when) {
    return when.conditions().stream().allMatch(this::holds);
  }

  private boolean holds(Condition condition) {
    String value = text(condition.param().text());
    boolean named = condition.values().stream().anyMatch(word -> word.text().equals(value));
    return switch (condition) {
      case Condition.Is c -> named;
      case Condition.IsIn c -> named;
      case Condition.IsNot c -> !named;
      case Condition.IsNotIn c -> !named;
    };
  }

  @Override
  public String text(String param, Span span) {
    return text(param);
  }

  @Override
  public List<Word> addresses(String param, Word word) {
    return switch (value(param)) {
      case ParamValue.Text(String text) -> List.of(new Word(text, false, word.nodeSpan()));
      case ParamValue.Blocks(List<Word> blocks) ->
          blocks.stream().map(block -> new Word(block.text(), false, word.nodeSpan())).toList();
    };
  }

  private String text(String param) {
    return switch (value(param)) {
      case ParamValue.Text(String text) -> text;
      case ParamValue.Blocks blocks -> throw new IllegalStateException("a list: " + param);
    };
  }

  private ParamValue value(String param) {
    String choice = choices.get(param);
    return choice != null
        ? new ParamValue.Text(choice)
        : params
            .value(param)
            .orElseThrow(() -> new IllegalStateException("no value of the parameter " + param));
  }
}
