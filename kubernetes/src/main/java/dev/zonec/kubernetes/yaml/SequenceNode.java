package dev.zonec.kubernetes.yaml;

import java.util.List;

/** A list. */
public final class SequenceNode extends Node {
  private List<Node> items;

  /** Creates a list whose items are set later, because an alias in them can refer to the list. */
  SequenceNode(int start) {
    super(start, start);
    this.items = List.of();
  }

  /** Returns a list that no text contains. */
  public static SequenceNode of(List<? extends Node> items) {
    SequenceNode list = new SequenceNode(0);
    list.setItems(List.copyOf(items));
    return list;
  }

  void setItems(List<Node> items) {
    this.items = items;
  }

  /** Returns the items. An alias is the node that it repeats. */
  public List<Node> items() {
    return items;
  }
}
