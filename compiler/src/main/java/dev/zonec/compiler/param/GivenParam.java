package dev.zonec.compiler.param;

import dev.zonec.grammar.tree.Word;
import java.util.List;

/**
 * A value that the user gives to a parameter.
 *
 * @param name the parameter
 * @param values the value, or the items of a list
 * @param listed whether the value is written as a list
 */
public record GivenParam(Word name, List<Word> values, boolean listed) {
  /** Copies the values. */
  public GivenParam {
    values = List.copyOf(values);
    if (!listed && values.size() != 1) {
      throw new IllegalArgumentException("a value that is not a list has exactly one word");
    }
  }
}
