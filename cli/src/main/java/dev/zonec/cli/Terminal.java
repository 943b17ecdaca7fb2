package dev.zonec.cli;

import static dev.zonec.diagnostics.DiagnosticRenderer.UNLIMITED;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Detects terminals and their width. */
final class Terminal {
  /** The width of a terminal that does not report it. */
  private static final int DEFAULT_WIDTH = 100;

  private Terminal() {}

  /**
   * Returns the greatest width of messages in columns: the value of {@code COLUMNS}, or else the
   * width of the terminal. Messages to a file or a pipe are not wrapped unless {@code COLUMNS} is
   * set.
   */
  static int width() {
    String variable = System.getenv("COLUMNS");
    boolean set = variable != null && !variable.isBlank();
    return set || isStandardError() ? columns(variable, set ? "" : sizeOfTerminal()) : UNLIMITED;
  }

  /**
   * Returns the width.
   *
   * @param variable the value of {@code COLUMNS}, if it is set
   * @param size rows and columns as {@code stty size} prints them; empty if the command fails
   */
  static int columns(@Nullable String variable, String size) {
    String said =
        variable == null || variable.isBlank() ? size.replaceFirst("^\\S+ ", "") : variable;
    return said.strip().matches("[1-9][0-9]{1,3}") ? Integer.parseInt(said.strip()) : DEFAULT_WIDTH;
  }

  /** Whether the locale of the process says that the terminal shows all characters of Unicode. */
  static boolean showsBoxes() {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(System::getenv)
        .filter(value -> value != null && !value.isEmpty())
        .findFirst()
        .filter(value -> value.toLowerCase(Locale.ROOT).matches(".*utf-?8.*"))
        .isPresent();
  }

  private static String sizeOfTerminal() {
    try {
      Process size =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(size.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return size.waitFor(1, TimeUnit.SECONDS) && size.exitValue() == 0 ? said : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /**
   * Whether standard error is a terminal. Java reports this only for standard input and output
   * together.
   */
  static boolean isStandardError() {
    return isTerminal(2);
  }

  /** Whether standard input and standard error are terminals, so that a question can be asked. */
  static boolean isInteractive() {
    return isTerminal(2) && isTerminal(0);
  }

  /**
   * Returns false if the system says without a new process, which takes long, that an open file of
   * this process is a pipe, a regular file or {@code /dev/null}.
   */
  private static boolean canBeTerminal(int descriptor) {
    Path open = Path.of("/proc/self/fd/" + descriptor);
    try {
      String target = Files.readSymbolicLink(open).toString();
      return target.startsWith("/") && !target.equals("/dev/null") && !Files.isRegularFile(open);
    } catch (IOException | UnsupportedOperationException e) {
      return true;
    }
  }

  private static boolean isTerminal(int descriptor) {
    if (!canBeTerminal(descriptor)) {
      return false;
    }
    try {
      Process test =
          new ProcessBuilder("test", "-t", Integer.toString(descriptor))
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return test.waitFor(1, TimeUnit.SECONDS) && test.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
