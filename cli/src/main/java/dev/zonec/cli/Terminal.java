package dev.zonec.cli;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Whether somebody is watching. */
final class Terminal {
  private Terminal() {}

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
