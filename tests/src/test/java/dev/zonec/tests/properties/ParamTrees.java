package dev.zonec.tests.properties;

import static dev.zonec.tests.properties.Trees.NOWHERE;
import static dev.zonec.tests.properties.Trees.any;
import static dev.zonec.tests.properties.Trees.anyWord;
import static dev.zonec.tests.properties.Trees.docs;
import static dev.zonec.tests.properties.Trees.name;
import static dev.zonec.tests.properties.Trees.some;

import dev.zonec.grammar.tree.Condition;
import dev.zonec.grammar.tree.ParamDefaultTree;
import dev.zonec.grammar.tree.ParamTypeTree;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random trees of imports, parameters and {@code when} blocks. */
final class ParamTrees {
  private ParamTrees() {}

  static Arbitrary<Statement> statement() {
    return Arbitraries.oneOf(imported(), param(), when(), foreach());
  }

  /** Words that contain parameters. */
  static Arbitrary<Word> template() {
    return Arbitraries.of(
            "${a}",
            "tcp/${p-1}",
            "${a}${b}",
            "a${b_2}",
            "${a}/24",
            "x-${a}-y.${b}_z",
            "10.${A}.0.0/8")
        .map(Trees::unquoted);
  }

  private static Arbitrary<Statement> imported() {
    return Combinators.combine(docs(), Trees.string(), name())
        .as((docs, path, alias) -> new Statement.Import(docs, path, alias, NOWHERE));
  }

  private static Arbitrary<Statement> param() {
    Arbitrary<ParamTypeTree> type =
        Arbitraries.oneOf(
            Combinators.combine(name(), some(anyWord())).as(ParamTypeTree.Choice::new),
            name().map(ParamTypeTree.ListOf::new),
            name().map(ParamTypeTree.Plain::new));
    Arbitrary<ParamDefaultTree> value =
        Arbitraries.oneOf(
            Arbitraries.just(new ParamDefaultTree.None()),
            Trees.value().map(ParamDefaultTree.One::new),
            Arbitraries.of("::1", "fd00::/8").map(Trees::unquoted).map(ParamDefaultTree.One::new),
            any(Trees.address()).map(words -> new ParamDefaultTree.Listed(words, NOWHERE)));
    return Combinators.combine(docs(), name(), type, value)
        .as(
            (docs, name, what, standard) ->
                new Statement.Param(docs, name, what, standard, NOWHERE));
  }

  private static Arbitrary<Statement> foreach() {
    Arbitrary<Statement.Alias> alias =
        Arbitraries.oneOf(
            Arbitraries.just(new Statement.Alias.Standard(Trees.unquoted("namespace"))),
            name().map(Statement.Alias.Named::new));
    return Combinators.combine(docs(), Trees.selector(), alias, any(Trees.inner()))
        .as(
            (docs, namespaces, as, body) ->
                new Statement.Foreach(docs, namespaces, as, body, NOWHERE));
  }

  private static Arbitrary<Statement> when() {
    Arbitrary<Condition> condition =
        Arbitraries.oneOf(
            Combinators.combine(name(), anyWord()).as(Condition.Is::new),
            Combinators.combine(name(), anyWord()).as(Condition.IsNot::new),
            Combinators.combine(name(), some(anyWord())).as(Condition.IsIn::new),
            Combinators.combine(name(), some(anyWord())).as(Condition.IsNotIn::new));
    return Combinators.combine(
            docs(), some(condition), any(Arbitraries.oneOf(Trees.inner(), foreach())))
        .as((docs, conditions, body) -> new Statement.When(docs, conditions, body, NOWHERE));
  }
}
