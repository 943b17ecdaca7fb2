package dev.zonec.cli;

import dev.zonec.application.watch.InputWatch;
import dev.zonec.diagnostics.ShortList;
import dev.zonec.diagnostics.inputs.ReadPaths;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs a command, and again after each change of the files that it has read.
 *
 * @param run runs the command and returns its exit code
 * @param err gets a line before and after each run
 * @param clears whether the screen is cleared before a run
 */
record WatchLoop(Supplier<Integer> run, PrintWriter err, boolean clears) {
  private static final String CLEAR = "\u001b[H\u001b[2J";

  /** The most changed files that are named. */
  private static final int MOST_NAMES = 4;

  /**
   * Runs until the thread is interrupted, and returns the exit code of the last run. A command line
   * that is not valid runs once.
   */
  int exit() {
    while (true) {
      long start = System.nanoTime();
      ReadPaths read = new ReadPaths();
      int exit = read.during(run);
      if (exit == ExitCode.USAGE.number() || read.isEmpty()) {
        return exit;
      }
      say(
          String.format(
              Locale.ROOT,
              "-- exit code %d after %.1f s at %s; waiting for changes, Ctrl-C ends",
              exit,
              Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0,
              LocalTime.now(ZoneId.systemDefault())
                  .truncatedTo(ChronoUnit.SECONDS)
                  .format(DateTimeFormatter.ISO_LOCAL_TIME)));
      Optional<Set<Path>> changed = InputWatch.changed(read);
      if (changed.isEmpty()) {
        return exit;
      }
      say((clears ? CLEAR : "\n") + "-- changed: " + named(changed.get()));
    }
  }

  private void say(String line) {
    err.print(line + "\n");
    err.flush();
  }

  private static String named(Set<Path> changed) {
    Path here = Path.of("").toAbsolutePath();
    List<String> names =
        changed.stream()
            .map(path -> path.startsWith(here) ? here.relativize(path) : path)
            .map(Path::toString)
            .toList();
    return ShortList.of(names, MOST_NAMES);
  }
}
