package dev.zonec.tests.endtoend;

import dev.zonec.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/**
 * A run of the command.
 *
 * @param exit its exit code
 * @param out its standard output
 * @param err its standard error
 */
public record Run(int exit, String out, String err) {
  public static final Path ROOT =
      Path.of(System.getProperty("zonec.root", "..")).toAbsolutePath().normalize();

  public static Run zonec(String... args) {
    return zonecIn(Path.of(""), args);
  }

  /** Runs the command; the configuration file is searched from {@code folder} upward. */
  public static Run zonecIn(Path folder, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(folder, new PrintWriter(out), new PrintWriter(err), args);
    return new Run(exit, out.toString(), err.toString());
  }

  static String example(String path) {
    return ROOT.resolve("examples").resolve(path).toString();
  }
}
