package dev.zonec.diagnostics.page;

import java.util.List;

/**
 * A text of a page that can be run. In the page it is a fenced block whose first line says the
 * language, the side, and where needed a file's name and attributes: {@code yaml wrong k8s/a.yaml}.
 *
 * @param language {@code zone}, {@code yaml}, or {@code console} for commands
 * @param side whether it is part of the wrong or the right sample, or of both
 * @param file the name of the file that it is; of commands, empty
 * @param attributes what more the first line says, such as {@code repeat=1000}
 * @param text the text itself
 */
public record Sample(
    String language, ExampleKind side, String file, List<String> attributes, String text) {
  /** Which sample a text belongs to. */
  public enum ExampleKind {
    WRONG,
    RIGHT,
    BOTH
  }

  /** Copies the attributes. */
  public Sample {
    attributes = List.copyOf(attributes);
  }

  /** Whether it is part of the sample of {@code other}. */
  public boolean isOf(ExampleKind other) {
    return side == other || side == ExampleKind.BOTH;
  }
}
