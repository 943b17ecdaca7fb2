package dev.zonec.kubernetes.yaml;

/** A node of a YAML document. Two nodes are equal if they are the same node. */
public abstract sealed class Node permits ScalarNode, SequenceNode, MappingNode {
  private final int start;
  private int end;

  /**
   * @param start the offset of its first character in its text
   * @param end the offset after its last character
   */
  Node(int start, int end) {
    this.start = start;
    this.end = end;
  }

  /** Returns the offset of the first character in the text, in chars. */
  public int start() {
    return start;
  }

  /** Returns the offset after the last character that is not a space, in chars. */
  public int end() {
    return end;
  }

  /** Sets the end of a node whose children were not known before. */
  void endAt(int end) {
    this.end = end;
  }
}
