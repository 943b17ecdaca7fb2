package dev.zonec.checker.solver;

import de.uni_freiburg.informatik.ultimate.logic.SMTLIBException;
import de.uni_freiburg.informatik.ultimate.smtinterpol.option.OptionMap;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.ParseEnvironment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the commands of a script and prints nothing. After the first error, the answers no longer
 * count.
 */
final class ScriptReading extends ParseEnvironment {
  private final RecordedAnswers script;
  private @Nullable String problem;

  ScriptReading(RecordedAnswers script, OptionMap options) {
    super(script, options);
    this.script = script;
  }

  /** Returns the first error; empty if there was none. */
  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public boolean isContinueOnError() {
    return false;
  }

  @Override
  public void printSuccess() {}

  @Override
  public void printResponse(Object response) {}

  @Override
  public void printError(String message) {
    if (problem == null) {
      problem = message;
    }
    script.stop();
  }

  @Override
  public void printUnsupported() {
    printError("the script uses a command that SMTInterpol does not support");
  }

  @Override
  public void include(String file) {
    throw new SMTLIBException("the script includes a file");
  }

  @Override
  public void exit() {}

  @Override
  public void exitWithStatus(int status) {
    printError("the script ends with the status " + status);
  }
}
