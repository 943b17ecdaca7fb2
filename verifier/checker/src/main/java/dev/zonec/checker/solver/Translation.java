package dev.zonec.checker.solver;

import de.uni_freiburg.informatik.ultimate.logic.Script;
import de.uni_freiburg.informatik.ultimate.logic.Sort;
import de.uni_freiburg.informatik.ultimate.logic.Term;
import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Translates statements to terms of SMTInterpol. Each object is translated once, so a statement
 * that is part of many others is one term.
 */
final class Translation {
  private final Script script;
  private final Map<String, Term> numbers = new TreeMap<>();
  private final Map<String, Term> truths = new TreeMap<>();
  private final IdentityHashMap<Statement, Term> known = new IdentityHashMap<>();

  Translation(Script script) {
    this.script = script;
  }

  Term term(Statement statement) {
    Term there = known.get(statement);
    if (there == null) {
      there = translate(statement);
      known.put(statement, there);
    }
    return there;
  }

  private Term translate(Statement statement) {
    return switch (statement) {
      case Constant constant -> script.term(constant == Constant.TRUE ? "true" : "false");
      case Statement.All(var parts) -> combined("and", "true", parts);
      case Statement.Any(var parts) -> combined("or", "false", parts);
      case Statement.Not(var part) -> script.term("not", term(part));
      case Statement.Holds(var name) -> truths.computeIfAbsent(name, n -> declared(n, "Bool"));
      case Statement.Is(var name, var value) -> script.term("=", number(name), numeral(value));
      case Statement.Between(var name, var first, var last) ->
          first.equals(last)
              ? script.term("=", number(name), numeral(first))
              : script.term(
                  "and",
                  script.term("<=", numeral(first), number(name)),
                  script.term("<=", number(name), numeral(last)));
    };
  }

  private Term combined(String operator, String empty, List<Statement> parts) {
    Term[] terms = parts.stream().map(this::term).toArray(Term[]::new);
    return terms.length == 0
        ? script.term(empty)
        : terms.length == 1 ? terms[0] : script.term(operator, terms);
  }

  private Term number(String name) {
    return numbers.computeIfAbsent(name, n -> declared(n, "Int"));
  }

  private Term declared(String name, String sort) {
    script.declareFun(name, new Sort[0], script.sort(sort));
    return script.term(name);
  }

  private Term numeral(BigInteger value) {
    return script.numeral(value);
  }

  /** Returns the integers that statements have mentioned, by name. */
  Map<String, Term> numbers() {
    return numbers;
  }

  /** Returns the truth variables that statements have mentioned, by name. */
  Map<String, Term> truths() {
    return truths;
  }
}
