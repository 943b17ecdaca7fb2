package dev.zonec.cli;

import dev.zonec.kubernetes.live.ReadingProgress;
import java.util.Locale;

/** Shows the progress of reading a cluster on one line, which each update replaces. */
final class ProgressLine implements ReadingProgress {
  /** The greatest width; a line that wraps could not be replaced. */
  private static final int WIDTH = 79;

  private final Console console;

  ProgressLine(Console console) {
    this.console = console;
  }

  @Override
  public void at(String cluster, String resource, int objects) {
    String text =
        String.format(Locale.ROOT, "reading %s: %,d objects, %s", cluster, objects, resource);
    console.passing(text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…");
  }

  @Override
  public void finished() {
    console.passing("");
  }
}
