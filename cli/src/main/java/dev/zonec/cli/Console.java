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

  Console(PrintWriter out, PrintWriter err, boolean color) {
    this.out = out;
    this.err = err;
    this.renderer = new DiagnosticRenderer(color);
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
    err.print(renderer.render(diagnostics));
    err.flush();
  }
}
