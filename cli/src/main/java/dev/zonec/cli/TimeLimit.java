package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Limits the time of a run, including reading. */
@OptionGroup(Subject.COMMAND)
final class TimeLimit {
  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description =
          "the time limit of the run; it then ends without an answer (default: "
              + Settings.DEFAULT_TIMEOUT
              + ")")
  private @Nullable Integer given;

  private int configured = Settings.DEFAULT_TIMEOUT;

  private volatile Deadline deadline = Deadline.never();

  private List<Diagnostic> missed = List.of();

  /** Returns the deadline of the run. */
  Deadline deadline() {
    return deadline;
  }

  /** Returns what was printed when the time ran out; empty if it did not. */
  List<Diagnostic> missed() {
    return missed;
  }

  /** Uses the limit of the configuration file unless an option gives one. */
  void apply(Settings settings) {
    configured = settings.timeout().orElse(configured);
  }

  private int seconds() {
    return given == null ? configured : given;
  }

  /** Starts the time, within the time of the thread if zonec runs as part of other work. */
  private void start() {
    deadline = Deadline.current().within(Duration.ofSeconds(seconds()));
  }

  /**
   * Returns the result of {@code work}; empty if it does not end in time, and then nothing more is
   * printed.
   */
  <T> Optional<T> result(Console console, Supplier<T> work) {
    start();
    return seconds() > 0 ? rest(console, work) : none(console, new Progress());
  }

  /**
   * Does the same for work that proves claims. At the deadline, the open claims are reported one by
   * one, even if there was no time at all.
   */
  <T> Optional<T> claims(Console console, Supplier<T> work) {
    start();
    return seconds() > 0 ? rest(console, work) : Optional.of(work.get());
  }

  /** Does the same in the remaining time, if there is any. */
  <T> Optional<T> remaining(Console console, Supplier<T> work) {
    if (seconds() == 0) {
      return Optional.of(work.get());
    }
    return deadline.passed() ? none(console, new Progress()) : rest(console, work);
  }

  /**
   * Returns the result of work that the answer does not depend on; empty, and nothing is printed,
   * if there is no time left for it.
   */
  <T> Optional<T> ifTimeIsLeft(Supplier<T> work) {
    return deadline.passed() ? Optional.empty() : Bounded.by(this::deadline, work);
  }

  private <T> Optional<T> rest(Console console, Supplier<T> work) {
    Progress progress = new Progress();
    Optional<T> done = console.showing(progress, () -> Bounded.by(this::deadline, progress, work));
    return done.isPresent() ? done : none(console, progress);
  }

  private <T> Optional<T> none(Console console, Progress progress) {
    missed = List.of(noAnswer(progress));
    console.close(missed);
    return Optional.empty();
  }

  private Diagnostic noAnswer(Progress progress) {
    Diagnostic problem =
        Diagnostic.error(
            Code.ZC0546,
            "the time ran out: there is no answer after "
                + seconds()
                + (seconds() == 1 ? " second" : " seconds"));
    if (!progress.finished().isEmpty()) {
      problem = problem.note("finished: " + String.join("; ", progress.finished()));
    }
    if (progress.unfinished().isPresent()) {
      problem = problem.note("not finished: " + progress.unfinished().get().text());
    }
    return problem.help("give more time with `--timeout SECONDS`, or ask about fewer manifests");
  }
}
