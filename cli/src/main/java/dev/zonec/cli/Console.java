package dev.zonec.cli;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticRenderer;
import java.io.PrintWriter;
import java.util.List;

/** Where a command prints: answers to standard output, what is wrong to standard error. */
final class Console {
  private final PrintWriter out;
  private final PrintWriter err;
  private final DiagnosticRenderer renderer;
  private final String variant;

  Console(PrintWriter out, PrintWriter err, boolean color) {
    this(out, err, new DiagnosticRenderer(color), "");
  }

  private Console(PrintWriter out, PrintWriter err, DiagnosticRenderer renderer, String variant) {
    this.out = out;
    this.err = err;
    this.renderer = renderer;
    this.variant = variant;
  }

  /** The same, where all that is wrong is said to be so with the values {@code variant}. */
  Console noting(String variant) {
    return new Console(out, err, renderer, variant);
  }

  /** Prints an answer. */
  void print(String text) {
    out.print(text);
    out.flush();
  }

  /** Prints a line of an answer. */
  void line(String text) {
    print(text + "\n");
  }

  /** Prints a line about the run. */
  void remark(String text) {
    err.print(text + "\n");
    err.flush();
  }

  /** Prints what is wrong. */
  void report(List<Diagnostic> diagnostics) {
    List<Diagnostic> noted =
        variant.isEmpty()
            ? diagnostics
            : diagnostics.stream().map(each -> each.note("with `" + variant + "`")).toList();
    err.print(renderer.render(noted));
    err.flush();
  }
}
