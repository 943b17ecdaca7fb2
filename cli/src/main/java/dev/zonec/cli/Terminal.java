package dev.zonec.cli;

import static dev.zonec.diagnostics.DiagnosticRenderer.UNLIMITED;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Whether somebody is watching, and how wide the window is. */
final class Terminal {
  /** How wide a terminal is taken to be that does not tell. */
  private static final int USUAL = 100;

  private Terminal() {}

  /**
   * The number of columns that messages may take: the value of {@code COLUMNS}, or the width of the
   * terminal. Messages that go to a file or a pipe are not broken, unless {@code COLUMNS} is set.
   */
  static int width() {
    String variable = System.getenv("COLUMNS");
    boolean set = variable != null && !variable.isBlank();
    return set || isStandardError() ? columns(variable, set ? "" : sizeOfTerminal()) : UNLIMITED;
  }

  /**
   * The columns that are said.
   *
   * @param variable the value of {@code COLUMNS}, where it is set
   * @param size rows and columns, as {@code stty size} prints them; empty where it fails
   */
  static int columns(@Nullable String variable, String size) {
    String said =
        variable == null || variable.isBlank() ? size.replaceFirst("^\\S+ ", "") : variable;
    return said.strip().matches("[1-9][0-9]{1,3}") ? Integer.parseInt(said.strip()) : USUAL;
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
   * Whether standard error is a terminal. Java only tells of standard input and output together.
   */
  static boolean isStandardError() {
    try {
      Process test =
          new ProcessBuilder("test", "-t", "2")
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
