package dev.zonec.kubernetes.yaml;

import java.util.List;

/** A mapping. Its entries have numbers, from 0 to {@link #size} - 1, in the order of the text. */
public final class MappingNode extends Node {
  private static final Node[] NONE = {};

  /** The key and the value of each entry in turn. */
  private Node[] nodes;

  /** Creates a mapping whose entries are set later, because an alias in them can refer to it. */
  MappingNode(int start) {
    super(start, start);
    this.nodes = NONE;
  }

  /**
   * Returns a mapping that no text contains.
   *
   * @param nodes the key and the value of each entry in turn
   */
  public static MappingNode of(List<? extends Node> nodes) {
    MappingNode mapping = new MappingNode(0);
    mapping.setNodes(nodes);
    return mapping;
  }

  void setNodes(List<? extends Node> nodes) {
    this.nodes = nodes.toArray(NONE);
  }

  /** Returns the number of entries. */
  public int size() {
    return nodes.length / 2;
  }

  /** Returns the key of an entry. */
  public Node key(int entry) {
    return nodes[2 * entry];
  }

  /** Returns the value of an entry. An alias is the node that it repeats. */
  public Node value(int entry) {
    return nodes[2 * entry + 1];
  }
}
