package dev.zonec.checker.solver;

import de.uni_freiburg.informatik.ultimate.smtinterpol.option.OptionMap;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.SMTInterpol;
import dev.zonec.diagnostics.deadline.Deadline;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs SMT-LIB 2 scripts with SMTInterpol. A script can neither read nor write files.
 *
 * @param deadline the time limit of each question of a script
 */
public record Scripts(Deadline deadline) {
  /**
   * Runs {@code text} and returns the answer to each {@code check-sat}, in their order.
   *
   * <p>If the script cannot be read to its end, the last answer is {@link Answer.Unknown}, with the
   * line of the problem. A caller who knows the number of questions must compare it with the number
   * of answers.
   */
  public List<Answer> run(String text) {
    QuietLog log = new QuietLog();
    OptionMap options = new OptionMap(log, true);
    RecordedAnswers recorded =
        new RecordedAnswers(new SMTInterpol(deadline::passed, options), deadline);
    ScriptReading reading = new ScriptReading(recorded, options);
    Optional<Answer.Unknown> failed = Optional.empty();
    try {
      reading.parseStream(new StringReader(text), "script");
    } catch (RuntimeException | StackOverflowError | AssertionError failure) {
      failed = Optional.of(Reasons.failed(failure, deadline));
    }
    Optional<Answer.Unknown> last = failed;
    List<Answer> answers = new ArrayList<>(recorded.answers());
    reading.problem().map(Answer.Unknown::new).or(() -> last).ifPresent(answers::add);
    return List.copyOf(answers);
  }
}
