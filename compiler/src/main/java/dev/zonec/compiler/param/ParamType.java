package dev.zonec.compiler.param;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.grammar.tree.Word;
import java.util.List;
import java.util.TreeSet;

/** The type of a parameter. */
public sealed interface ParamType {
  /** One of {@code values}: {@code enum(a, b)}. */
  record Choice(List<String> values) implements ParamType {
    /** Copies the values. */
    public Choice {
      values = List.copyOf(values);
    }

    /** Returns the error for {@code word}, which is not a value of {@code param}. */
    public Diagnostic notAValue(String param, Word word) {
      Diagnostic problem =
          Diagnostic.error(
                  Code.ZC0111, word.span(), "`" + word + "` is not a value of `" + param + "`")
              .labelled("one of " + String.join(", ", values));
      return NearestName.to(word.text(), values)
          .map(nearest -> problem.help("did you mean `" + nearest + "`?", word.span(), nearest))
          .orElse(problem);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Choice choice
          && new TreeSet<>(values).equals(new TreeSet<>(choice.values));
    }

    @Override
    public int hashCode() {
      return new TreeSet<>(values).hashCode();
    }
  }

  /** Address blocks: {@code cidr[]}. */
  record Blocks() implements ParamType {}

  /** Any text: {@code string}. */
  record Text() implements ParamType {}

  /** The number of a port: {@code port}. */
  record Port() implements ParamType {}

  /** Returns the type as it is written. */
  default String written() {
    return switch (this) {
      case Choice(List<String> values) -> "enum(" + String.join(", ", values) + ")";
      case Blocks() -> "cidr[]";
      case Text() -> "string";
      case Port() -> "port";
    };
  }
}
