package dev.zonec.grammar.print;

import dev.zonec.grammar.tree.Condition;
import dev.zonec.grammar.tree.ParamDefaultTree;
import dev.zonec.grammar.tree.ParamTypeTree;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import java.util.List;
import java.util.stream.Collectors;

/** Prints imports, parameters, and statements that contain others, without doc comments. */
final class ParamPrinter {
  private ParamPrinter() {}

  static String print(Statement.Import statement) {
    return "import " + word(statement.path()) + " as " + word(statement.alias());
  }

  static String print(Statement.Param param) {
    String type =
        switch (param.type()) {
          case ParamTypeTree.Choice(Word name, List<Word> values) ->
              word(name) + "(" + TreePrinter.words(values) + ")";
          case ParamTypeTree.ListOf(Word name) -> word(name) + "[]";
          case ParamTypeTree.Plain(Word name) -> word(name);
        };
    String value =
        switch (param.value()) {
          case ParamDefaultTree.None() -> "";
          case ParamDefaultTree.One(Word one) -> " = " + word(one);
          case ParamDefaultTree.Listed(List<Word> values, var nodeSpan) ->
              " = [" + TreePrinter.words(values) + "]";
        };
    return "param " + word(param.name()) + " : " + type + value;
  }

  static String print(Statement.When when) {
    String head =
        when.conditions().stream()
            .map(ParamPrinter::condition)
            .collect(Collectors.joining(", ", "when ", " {"));
    return when.body().stream()
        .map(statement -> TreePrinter.print(statement).indent(2))
        .collect(Collectors.joining("", head + "\n", "}"));
  }

  static String print(Statement.Foreach foreach) {
    String alias =
        switch (foreach.alias()) {
          case Statement.Alias.Standard standard -> "";
          case Statement.Alias.Named(Word name) -> " as " + word(name);
        };
    String head =
        "foreach namespace with " + TreePrinter.selector(foreach.namespaces()) + alias + " {";
    return foreach.body().stream()
        .map(statement -> TreePrinter.print(statement).indent(2))
        .collect(Collectors.joining("", head + "\n", "}"));
  }

  private static String condition(Condition condition) {
    String param = word(condition.param());
    return switch (condition) {
      case Condition.Is c -> param + " = " + word(c.value());
      case Condition.IsNot c -> param + " != " + word(c.value());
      case Condition.IsIn c -> param + " in (" + TreePrinter.words(c.values()) + ")";
      case Condition.IsNotIn c -> param + " notin (" + TreePrinter.words(c.values()) + ")";
    };
  }

  private static String word(Word word) {
    return TreePrinter.word(word);
  }
}
