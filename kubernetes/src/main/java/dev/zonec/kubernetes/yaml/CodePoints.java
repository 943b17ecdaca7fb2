package dev.zonec.kubernetes.yaml;

/** Converts positions in code points, as in YAML marks, to positions in a string. */
final class CodePoints {
  private static final int STEP = 1024;

  private final String text;

  /** The char offset of every {@link #STEP}th code point; empty if both counts are equal. */
  private final int[] checkpoints;

  CodePoints(String text) {
    this.text = text;
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) {
      checkpoints = new int[0];
      return;
    }
    checkpoints = new int[count / STEP + 1];
    for (int i = 1; i < checkpoints.length; i++) {
      checkpoints[i] = text.offsetByCodePoints(checkpoints[i - 1], STEP);
    }
  }

  /** Returns the offset of the code point with the number {@code index}, or the end of the text. */
  int offset(int index) {
    if (checkpoints.length == 0) {
      return Math.min(index, text.length());
    }
    int offset = checkpoints[Math.min(index / STEP, checkpoints.length - 1)];
    for (int left = index % STEP; left > 0 && offset < text.length(); left--) {
      offset += Character.charCount(text.codePointAt(offset));
    }
    return offset;
  }
}
