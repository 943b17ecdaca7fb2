package dev.zonec.cli;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticRenderer;
import dev.zonec.diagnostics.Prose;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Where a command prints: answers to standard output, what is wrong to standard error. */
final class Console {
  /** Junk makes a problem of each word: nobody reads more than this of one kind of report. */
  private static final int MOST = 100;

  private final PrintWriter out;
  private final PrintWriter err;
  private final DiagnosticRenderer renderer;
  private final int width;
  private final String variant;
  private final AtomicBoolean warned;
  private final boolean all;
  private final AtomicBoolean closed;

  /** Whether a passing line stands on standard error. */
  private boolean passing;

  /**
   * @param width the terminal's, in columns
   * @param all whether each warning is printed, however many have one code
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
        new AtomicBoolean());
  }

  private Console(
      PrintWriter out,
      PrintWriter err,
      DiagnosticRenderer renderer,
      int width,
      String variant,
      AtomicBoolean warned,
      boolean all,
      AtomicBoolean closed) {
    this.out = out;
    this.err = err;
    this.renderer = renderer;
    this.width = width;
    this.variant = variant;
    this.warned = warned;
    this.all = all;
    this.closed = closed;
  }

  /** Prints why nothing more is printed, whoever tries to. */
  synchronized void close(List<Diagnostic> why) {
    report(why);
    closed.set(true);
  }

  /** The same, where all that is wrong is said to be so with the values {@code variant}. */
  Console noting(String variant) {
    return new Console(out, err, renderer, width, variant, warned, all, closed);
  }

  /** Whether a warning was printed. */
  boolean warned() {
    return warned.get();
  }

  /** Prints an answer. */
  synchronized void print(String text) {
    if (closed.get()) {
      return;
    }
    passing("");
    out.print(text);
    out.flush();
  }

  /** Prints a line of an answer. */
  void line(String text) {
    print(text + "\n");
  }

  /** Prints a line about the run. */
  synchronized void remark(String text) {
    if (closed.get()) {
      return;
    }
    passing("");
    Prose.lines(text, width).forEach(line -> err.print(line + "\n"));
    err.flush();
  }

  /** Prints what is wrong; false if nothing is. */
  boolean refuses(List<Diagnostic> problems) {
    report(problems);
    return !problems.isEmpty();
  }

  /** Prints what is wrong. */
  synchronized void report(List<Diagnostic> diagnostics) {
    if (closed.get()) {
      return;
    }
    passing("");
    if (!diagnostics.stream().allMatch(Diagnostic::isError)) {
      warned.set(true);
    }
    List<Diagnostic> told = all ? diagnostics : GroupedWarnings.of(diagnostics);
    int shown = all ? told.size() : Math.min(told.size(), MOST);
    List<Diagnostic> noted =
        told.stream()
            .limit(shown)
            .map(each -> variant.isEmpty() ? each : each.note("with `" + variant + "`"))
            .toList();
    err.print(renderer.render(noted));
    err.flush();
    if (shown < told.size()) {
      remark("zonec: and " + (told.size() - shown) + " more of these; fix the first ones");
    }
  }

  /** Prints a line that whatever comes next takes back; an empty one only takes back. */
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
