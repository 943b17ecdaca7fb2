package dev.zonec.application.adversary;

import dev.zonec.model.program.Assertion;
import dev.zonec.verifier.finding.Finding;
import java.util.List;

/** What adversaries do to the assertions of a variant. */
public sealed interface AdversaryOutcome {
  /** The program has no assertion. */
  record NoAssertions() implements AdversaryOutcome {}

  /**
   * The assertions were tried.
   *
   * @param adversaries the columns of the matrix; may be empty
   * @param rows one row for each assertion, in the order of the program
   * @param deletions one entry for each assertion; empty if deletions were not asked for
   */
  record Tried(List<Adversary> adversaries, List<Row> rows, List<Deletions> deletions)
      implements AdversaryOutcome {
    /** Copies the lists. */
    public Tried {
      adversaries = List.copyOf(adversaries);
      rows = List.copyOf(rows);
      deletions = List.copyOf(deletions);
    }
  }

  /**
   * An assertion against each adversary.
   *
   * @param results one result for each adversary
   */
  record Row(Assertion assertion, List<AdversaryResult> results) {
    /** Copies the results. */
    public Row {
      results = List.copyOf(results);
    }
  }

  /**
   * An assertion without each policy in turn.
   *
   * @param holds whether the assertion holds with all policies
   * @param breaking the deletions after which the assertion does not hold, by the name of the
   *     policy
   * @param undecided the deletions for which it is not known whether the assertion holds
   */
  record Deletions(
      Assertion assertion, boolean holds, List<Deletion> breaking, List<Undecided> undecided) {
    /** Copies the lists. */
    public Deletions {
      breaking = List.copyOf(breaking);
      undecided = List.copyOf(undecided);
    }

    /**
     * Returns {@code survives} if the assertion is proved without each policy, {@code breaks} if it
     * is refuted without one, and otherwise {@code open}.
     */
    public String word() {
      if (!breaking.isEmpty()) {
        return "breaks";
      }
      return undecided.isEmpty() && holds ? "survives" : "open";
    }
  }

  /**
   * A deletion that breaks an assertion.
   *
   * @param policy the deleted policy, such as {@code NetworkPolicy shop/web}
   * @param finding a shortest counterexample
   */
  record Deletion(String policy, Finding.Violation finding) {}

  /**
   * A deletion whose effect is not known.
   *
   * @param policy the deleted policy
   * @param reason why, as a clause
   */
  record Undecided(String policy, String reason) {}
}
