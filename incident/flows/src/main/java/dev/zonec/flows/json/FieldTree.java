package dev.zonec.flows.json;

import java.util.Arrays;
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
    /** The number of names whose order is remembered. */
    private static final int MOST_NAMES = 64;

    final Map<String, Node> children = new HashMap<>();
    int field = -1;
    int list = -1;

    /** Whether the field is a time. */
    boolean time;

    /** The fields of an object that is read as a whole. */
    @Nullable FieldTree part;

    /** The names of the object that was read last, in its order, and the nodes of these names. */
    private @Nullable String[] names = new @Nullable String[8];

    private @Nullable Node[] nodes = new @Nullable Node[8];

    /**
     * Returns the node of a name; null if nothing below it is wanted. Objects of a log have the
     * same names in the same order, and the parser returns the same object for the same name.
     *
     * @param at how many names of the object are before it
     */
    @SuppressWarnings("ReferenceEquality") // Another object with the same text is looked up.
    @Nullable Node child(String name, int at) {
      if (at < names.length && names[at] == name) {
        return nodes[at];
      }
      @Nullable Node found = children.get(name);
      if (at < MOST_NAMES) {
        if (at >= names.length) {
          names = Arrays.copyOf(names, MOST_NAMES);
          nodes = Arrays.copyOf(nodes, MOST_NAMES);
        }
        names[at] = name;
        nodes[at] = found;
      }
      return found;
    }
  }

  private final Node root = new Node();
  private int fields;
  private boolean hasParts;

  /**
   * Adds a field, and returns its number.
   *
   * @param paths the paths at which it can be
   */
  public int add(String... paths) {
    for (String path : paths) {
      boolean list = path.endsWith("[]");
      Node node = node(list ? path.substring(0, path.length() - 2) : path);
      if (list) {
        node.list = fields;
      } else {
        node.field = fields;
      }
    }
    return fields++;
  }

  /** Adds a field that is a date, or a number of seconds since 1970. */
  public int addTime(String... paths) {
    for (String path : paths) {
      node(path).time = true;
    }
    return add(paths);
  }

  /**
   * Adds an object whose fields are read together. Objects with equal text are read once, and give
   * the same {@link Fields}.
   *
   * @param part the fields of the object, which are complete
   */
  public int addPart(FieldTree part, String... paths) {
    for (String path : paths) {
      node(path).part = part;
    }
    hasParts = true;
    return add(paths);
  }

  private Node node(String path) {
    Node node = root;
    for (String name : path.split("(?<!\\\\)\\.", -1)) {
      node = node.children.computeIfAbsent(name.replace("\\.", "."), n -> new Node());
    }
    return node;
  }

  Node root() {
    return root;
  }

  /** Whether there are objects that are read as a whole. */
  boolean hasParts() {
    return hasParts;
  }

  int size() {
    return fields;
  }
}
