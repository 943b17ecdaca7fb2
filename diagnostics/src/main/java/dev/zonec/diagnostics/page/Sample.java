package dev.zonec.diagnostics.page;

import java.util.List;

/**
 * A text of a page that can be run. In the page it is a fenced block. Its first line names the
 * language, the example that it belongs to and, if needed, a file and attributes: {@code yaml wrong
 * k8s/a.yaml}.
 *
 * @param language {@code zone}, {@code yaml}, or {@code console} for commands
 * @param example whether the text belongs to the wrong example, the right one, or both
 * @param file the name of the file; empty for commands
 * @param attributes further words of the first line, such as {@code repeat=1000}
 * @param text the text
 */
public record Sample(
    String language, ExampleKind example, String file, List<String> attributes, String text) {
  /** The examples that a text belongs to. */
  public enum ExampleKind {
    WRONG,
    RIGHT,
    BOTH
  }

  /** Copies the attributes. */
  public Sample {
    attributes = List.copyOf(attributes);
  }

  /** Whether the text belongs to the example {@code other}. */
  public boolean isOf(ExampleKind other) {
    return example == other || example == ExampleKind.BOTH;
  }
}
