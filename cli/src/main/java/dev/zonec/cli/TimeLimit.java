package dev.zonec.cli;

import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.verifier.deadline.Bounded;
import dev.zonec.verifier.deadline.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** How long a command may take, reading and all. */
@OptionGroup(Subject.COMMAND)
final class TimeLimit {
  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "how long the run may take; then it ends without an answer (default: 60)")
  private int seconds = 60;

  private volatile Deadline deadline = Deadline.never();

  /** When the run is to end. */
  Deadline deadline() {
    return deadline;
  }

  /** Gives the whole time again, to another value of parameters. */
  void again() {
    deadline = Deadline.in(Duration.ofSeconds(seconds));
  }

  /** What {@code work} gives in time; else nothing, and nothing more is printed. */
  <T> Optional<T> result(Console console, Supplier<T> work) {
    again();
    return seconds > 0 ? rest(console, work) : none(console);
  }

  /**
   * The same for work that proves claims: those that are open at the deadline are told one by one,
   * also where there was no time at all.
   */
  <T> Optional<T> claims(Console console, Supplier<T> work) {
    again();
    return seconds > 0 ? rest(console, work) : Optional.of(work.get());
  }

  /** The same in what is left of the time. */
  <T> Optional<T> left(Console console, Supplier<T> work) {
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
