package dev.zonec.checker.solver;

import de.uni_freiburg.informatik.ultimate.logic.FunctionSymbol;
import de.uni_freiburg.informatik.ultimate.logic.SMTLIBException;
import de.uni_freiburg.informatik.ultimate.logic.Term;
import de.uni_freiburg.informatik.ultimate.logic.WrapperScript;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.SMTInterpol;
import dev.zonec.diagnostics.deadline.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Passes the commands of a script to the solver and records the answers to its questions. */
final class RecordedAnswers extends WrapperScript {
  private final Deadline deadline;
  private final List<Answer> answers = new ArrayList<>();
  private boolean stopped;

  RecordedAnswers(SMTInterpol solver, Deadline deadline) {
    super(solver);
    this.deadline = deadline;
  }

  /** Returns the answers so far. */
  List<Answer> answers() {
    return answers;
  }

  /** Records no further answer. */
  void stop() {
    stopped = true;
  }

  @Override
  public LBool checkSat() {
    if (stopped) {
      return LBool.UNKNOWN;
    }
    if (deadline.passed()) {
      answers.add(Reasons.outOfTime());
      return LBool.UNKNOWN;
    }
    LBool answer;
    try {
      answer = super.checkSat();
    } catch (RuntimeException | StackOverflowError | AssertionError failure) {
      answers.add(Reasons.failed(failure, deadline));
      return LBool.UNKNOWN;
    }
    answers.add(
        switch (answer) {
          case UNSAT -> new Answer.Impossible();
          case SAT -> new Answer.Possible(Map.of(), Map.of());
          case UNKNOWN -> Reasons.gaveUp(mScript, deadline);
        });
    return answer;
  }

  /** The parser would print an exception of another type. */
  @Override
  public LBool assertTerm(Term term) {
    try {
      return super.assertTerm(term);
    } catch (RuntimeException failure) {
      throw new SMTLIBException(Reasons.failed(failure, deadline).reason());
    }
  }

  /** Options can name files to write to. */
  @Override
  public void setOption(String option, Object value) {
    throw new SMTLIBException("the script sets the option " + option);
  }

  @Override
  public FunctionSymbol getFunctionSymbol(String name) {
    return mScript.getFunctionSymbol(name);
  }

  @Override
  public Term[] getInterpolants(Term[] partition, int[] start, Term proof) {
    throw new SMTLIBException("the script asks for interpolants");
  }

  @Override
  public LBool checkSatAssuming(Term... assumptions) {
    throw new SMTLIBException("the script uses check-sat-assuming");
  }
}
