package dev.zonec.cli;

import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.diagnostics.deadline.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Limits the time of a run, including reading. */
@OptionGroup(Subject.COMMAND)
final class TimeLimit {
  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "the time limit of the run; it then ends without an answer (default: 60)")
  private int seconds = 60;

  private volatile Deadline deadline = Deadline.never();

  /** Returns the deadline of the run. */
  Deadline deadline() {
    return deadline;
  }

  /** Starts the time anew, for other values of parameters. */
  void restart() {
    deadline = Deadline.in(Duration.ofSeconds(seconds));
  }

  /**
   * Returns the result of {@code work}; empty if it does not end in time, and then nothing more is
   * printed.
   */
  <T> Optional<T> result(Console console, Supplier<T> work) {
    restart();
    return seconds > 0 ? rest(console, work) : none(console);
  }

  /**
   * Does the same for work that proves claims. At the deadline, the open claims are reported one by
   * one, even if there was no time at all.
   */
  <T> Optional<T> claims(Console console, Supplier<T> work) {
    restart();
    return seconds > 0 ? rest(console, work) : Optional.of(work.get());
  }

  /** Does the same in the remaining time. */
  <T> Optional<T> remaining(Console console, Supplier<T> work) {
    return seconds > 0 ? rest(console, work) : Optional.of(work.get());
  }

  private <T> Optional<T> rest(Console console, Supplier<T> work) {
    Optional<T> done = Bounded.by(this::deadline, work);
    return done.isPresent() ? done : none(console);
  }

  private <T> Optional<T> none(Console console) {
    console.close(List.of(noAnswer()));
    return Optional.empty();
  }

  private Diagnostic noAnswer() {
    return Diagnostic.error(
            Code.ZC0546,
            "the time ran out: there is no answer after "
                + seconds
                + (seconds == 1 ? " second" : " seconds"))
        .help("give more time with `--timeout SECONDS`, or ask about fewer manifests");
  }
}
