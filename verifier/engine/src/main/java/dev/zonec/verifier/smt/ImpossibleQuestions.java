package dev.zonec.verifier.smt;

/**
 * Remembers the questions that the solver answered with <i>unsatisfiable</i>, so that an equal
 * question need not be asked again. Only this answer is remembered: counterexamples are always
 * searched anew, and <i>unknown</i> depends on the time.
 *
 * <p>A question that {@link #contains} is treated as proved. An implementation must therefore
 * return true only for keys that were passed to {@link #add} by the same build of zonec. It can be
 * called by several threads.
 */
public interface ImpossibleQuestions {
  /** Returns whether the question is known to be impossible. */
  boolean contains(QuestionKey question);

  /** Remembers a question that the solver has just proved impossible. */
  void add(QuestionKey question);

  /** Returns an implementation that remembers nothing. Keys are then not computed. */
  static ImpossibleQuestions none() {
    return Nothing.INSTANCE;
  }

  /** Remembers nothing. */
  enum Nothing implements ImpossibleQuestions {
    /** The only instance. */
    INSTANCE;

    @Override
    public boolean contains(QuestionKey question) {
      return false;
    }

    @Override
    public void add(QuestionKey question) {}
  }
}
