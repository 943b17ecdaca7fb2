package dev.zonec.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command within the test's process. */
public record CommandRun(int exit, String out, String err) {
  /** Runs {@code zonec args}. */
  public static CommandRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(new PrintWriter(out), new PrintWriter(err), args);
    return new CommandRun(exit, out.toString(), err.toString());
  }
}
