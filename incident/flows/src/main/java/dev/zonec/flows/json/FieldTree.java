package dev.zonec.flows.json;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a reader wants. A field is named by its path, such as {@code flow.IP.source}; a
 * path that ends with {@code []} means the texts of a list. A dot in a name is written as {@code
 * \.}.
 */
public final class FieldTree {
  /** A field, or an object that contains fields. */
  static final class Node {
    final Map<String, Node> children = new HashMap<>();
    int field = -1;
    int list = -1;
  }

  private final Node root = new Node();
  private int fields;

  /**
   * Adds a field, and returns its number.
   *
   * @param paths the paths at which it can be
   */
  public int add(String... paths) {
    for (String path : paths) {
      boolean list = path.endsWith("[]");
      Node node = root;
      for (String name :
          (list ? path.substring(0, path.length() - 2) : path).split("(?<!\\\\)\\.", -1)) {
        node = node.children.computeIfAbsent(name.replace("\\.", "."), n -> new Node());
      }
      if (list) {
        node.list = fields;
      } else {
        node.field = fields;
      }
    }
    return fields++;
  }

  Node root() {
    return root;
  }

  int size() {
    return fields;
  }

  static @Nullable Node child(Node node, String name) {
    return node.children.get(name);
  }
}
