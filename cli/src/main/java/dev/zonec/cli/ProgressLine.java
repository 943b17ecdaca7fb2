package dev.zonec.cli;

import dev.zonec.kubernetes.live.ReadingProgress;
import java.util.Locale;

/** How far the reading of a cluster is, on one line that is written over. */
final class ProgressLine implements ReadingProgress {
  /** A line that wraps could not be taken back. */
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
  public void over() {
    console.passing("");
  }
}
