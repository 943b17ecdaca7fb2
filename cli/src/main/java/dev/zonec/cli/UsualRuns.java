package dev.zonec.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the most frequent commands in one process, without output. The launcher of the sources
 * records this process for Java's AOT cache, so that the cache has the classes of all of them.
 */
final class UsualRuns {
  private UsualRuns() {}

  /**
   * Runs the commands.
   *
   * @param args a folder with a program, and a folder with manifests
   */
  public static void main(String[] args) {
    String program = args[0];
    String manifests = args[1];
    PrintWriter nothing = new PrintWriter(Writer.nullWriter());
    Stream.of(
            List.of("explain", "ZC0101"),
            List.of("fmt", "--check", program),
            List.of("query", "connections", "-m", manifests),
            List.of("query", "* ~> *", program, "-m", manifests),
            List.of("compile", program, "-m", manifests),
            List.of("verify", program, "-m", manifests))
        .forEach(each -> Main.run(nothing, nothing, each.toArray(String[]::new)));
  }
}
