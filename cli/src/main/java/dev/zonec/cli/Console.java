package dev.zonec.cli;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticRenderer;
import dev.zonec.diagnostics.Prose;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.live.ReadingProgress;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Prints answers to standard output, and everything else to standard error. */
final class Console {
  /**
   * The greatest number of diagnostics in a report. Input that is not a program at all would
   * otherwise cause an error for each word.
   */
  private static final int MOST = 100;

  /** The greatest width of a line of progress. */
  private static final int WIDEST_PROGRESS = 100;

  private final PrintWriter out;
  private final PrintWriter err;
  private final DiagnosticRenderer renderer;
  private final int width;
  private final String variant;
  private final AtomicBoolean warned;
  private final boolean all;
  private final AtomicBoolean closed;
  private final List<Diagnostic> reported;

  private Optional<ProgressLine> progress = Optional.empty();

  /** Whether a transient line is on standard error. */
  private boolean passing;

  /**
   * @param width the width of the terminal in columns
   * @param all whether warnings are not grouped by code
   */
  Console(PrintWriter out, PrintWriter err, boolean color, int width, boolean all) {
    this(
        out,
        err,
        new DiagnosticRenderer(color, width),
        width,
        "",
        new AtomicBoolean(),
        all,
        new AtomicBoolean(),
        new CopyOnWriteArrayList<>());
  }

  private Console(
      PrintWriter out,
      PrintWriter err,
      DiagnosticRenderer renderer,
      int width,
      String variant,
      AtomicBoolean warned,
      boolean all,
      AtomicBoolean closed,
      List<Diagnostic> reported) {
    this.out = out;
    this.err = err;
    this.renderer = renderer;
    this.width = width;
    this.variant = variant;
    this.warned = warned;
    this.all = all;
    this.closed = closed;
    this.reported = reported;
  }

  /**
   * Prints {@code why}, and ignores transient lines from then on: the work that prints them may go
   * on.
   */
  synchronized void close(List<Diagnostic> why) {
    report(why);
    closed.set(true);
  }

  /**
   * Returns a console that adds a note with the parameter values {@code variant} to every
   * diagnostic.
   */
  Console noting(String variant) {
    Console noting = new Console(out, err, renderer, width, variant, warned, all, closed, reported);
    noting.progress = progress;
    return noting;
  }

  /**
   * Shows from now on what long work is doing.
   *
   * @param terminal whether standard error is a terminal; nothing is shown if it is not
   */
  void showProgress(BooleanSupplier terminal) {
    progress =
        Optional.of(
            new ProgressLine(
                this, Math.min(width, WIDEST_PROGRESS) - 1, terminal, System::nanoTime));
  }

  /** Returns the receiver of the progress of reading a cluster. */
  ReadingProgress readingProgress() {
    return progress.<ReadingProgress>map(line -> line).orElseGet(ReadingProgress::silent);
  }

  /** Returns the result of {@code work}, and shows {@code recorded} meanwhile. */
  <T> T showing(Progress recorded, Supplier<T> work) {
    if (progress.isEmpty()) {
      return work.get();
    }
    ProgressLine.Shown shown = progress.get().showing(recorded);
    try {
      return work.get();
    } finally {
      shown.close();
    }
  }

  /** Returns all diagnostics that were printed so far. */
  List<Diagnostic> reported() {
    return List.copyOf(reported);
  }

  /** Whether a warning was printed. */
  boolean warned() {
    return warned.get();
  }

  /** Prints an answer. */
  synchronized void print(String text) {
    passing("");
    out.print(text);
    out.flush();
  }

  /** Prints a line of an answer. */
  void line(String text) {
    print(text + "\n");
  }

  /** Prints a sentence of an answer, on several lines if the terminal is narrow. */
  void wrapped(String text) {
    Prose.lines(text, width).forEach(this::line);
  }

  /** Prints a line about the run to standard error. */
  synchronized void status(String text) {
    passing("");
    Prose.lines(text, width).forEach(line -> err.print(line + "\n"));
    err.flush();
  }

  /** Prints diagnostics; returns false if there are none. */
  boolean refuses(List<Diagnostic> problems) {
    report(problems);
    return !problems.isEmpty();
  }

  /** Prints indented lines under a title, after an empty line; nothing if there are no lines. */
  void section(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      line("");
      line(title);
      lines.forEach(each -> line("  " + each));
    }
  }

  /** Prints diagnostics. */
  synchronized void report(List<Diagnostic> diagnostics) {
    passing("");
    reported.addAll(diagnostics);
    if (!diagnostics.stream().allMatch(Diagnostic::isError)) {
      warned.set(true);
    }
    List<Diagnostic> grouped = all ? diagnostics : GroupedWarnings.of(diagnostics);
    int shown = all ? grouped.size() : Math.min(grouped.size(), MOST);
    List<Diagnostic> noted =
        grouped.stream()
            .limit(shown)
            .map(each -> variant.isEmpty() ? each : each.note("with `" + variant + "`"))
            .toList();
    err.print(renderer.render(noted));
    err.flush();
    if (shown < grouped.size()) {
      status("zonec: and " + (grouped.size() - shown) + " more of these; fix the first ones");
    }
  }

  /** Prints a line that the next output replaces. An empty line only removes the previous one. */
  synchronized void passing(String line) {
    if (closed.get()) {
      return;
    }
    if (passing || !line.isEmpty()) {
      err.print("\r" + line + "\u001b[K" + (line.isEmpty() ? "" : "\r"));
      err.flush();
    }
    passing = !line.isEmpty();
  }
}
