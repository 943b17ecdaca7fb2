package dev.zonec.checker.solver;

import de.uni_freiburg.informatik.ultimate.logic.ConstantTerm;
import de.uni_freiburg.informatik.ultimate.logic.Logics;
import de.uni_freiburg.informatik.ultimate.logic.Rational;
import de.uni_freiburg.informatik.ultimate.logic.Term;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.SMTInterpol;
import dev.zonec.diagnostics.deadline.Deadline;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks SMTInterpol whether values exist that make statements true. Each question has a solver of
 * its own, so that no answer depends on another question.
 *
 * @param deadline the time limit of each question
 */
public record Solver(Deadline deadline) {
  /** Returns whether some values make all of {@code statements} true. */
  public Answer check(Collection<Statement> statements) {
    if (statements.stream().anyMatch(Statement::isFalse)) {
      return new Answer.Impossible();
    }
    if (deadline.passed()) {
      return Reasons.outOfTime();
    }
    try {
      return asked(statements);
    } catch (RuntimeException | StackOverflowError | AssertionError failure) {
      return Reasons.failed(failure, deadline);
    }
  }

  private Answer asked(Collection<Statement> statements) {
    SMTInterpol script = new SMTInterpol(new QuietLog(), deadline::passed);
    script.setOption(":produce-models", true);
    script.setLogic(Logics.QF_LIA);
    Translation translation = new Translation(script);
    for (Statement statement : statements) {
      script.assertTerm(translation.term(statement));
    }
    return switch (script.checkSat()) {
      case UNSAT -> new Answer.Impossible();
      case SAT -> possible(script, translation);
      case UNKNOWN -> Reasons.gaveUp(script, deadline);
    };
  }

  private static Answer.Possible possible(SMTInterpol script, Translation translation) {
    Map<String, BigInteger> numbers = new TreeMap<>();
    Map<String, Boolean> truths = new TreeMap<>();
    translation.numbers().forEach((name, term) -> numbers.put(name, number(value(script, term))));
    translation
        .truths()
        .forEach(
            (name, term) -> truths.put(name, value(script, term).equals(script.getTheory().mTrue)));
    return new Answer.Possible(numbers, truths);
  }

  private static Term value(SMTInterpol script, Term term) {
    return script.getModel().evaluate(term);
  }

  /** Returns the value of an integer constant, which the solver may write with a minus sign. */
  private static BigInteger number(Term value) {
    return switch (value instanceof ConstantTerm constant ? constant.getValue() : value) {
      case BigInteger number -> number;
      case Rational rational -> rational.numerator();
      default -> new BigInteger(value.toString().replaceAll("[() ]", ""));
    };
  }
}
