package dev.zonec.verifier.manifest;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Refuses trees that could not be walked or that say something twice: keys that are there twice or
 * are no scalars, aliases that hold themselves, aliases that multiply.
 *
 * <p>A node is visited once, however often aliases repeat it, so the check itself is linear.
 */
final class TreeCheck {
  /** How many nodes a document may have, aliases written out, beyond those that it does have. */
  private static final long MOST_REPEATED = 200_000;

  private static final int DEEPEST = 200;

  /** A node's size and depth with aliases written out. */
  private record Extent(long size, int depth) {
    /** What a node has while it is being visited. */
    static final Extent OPEN = new Extent(0, 0);

    boolean isOpen() {
      return depth == 0;
    }
  }

  private final Document document;
  private final IdentityHashMap<Node, Extent> extents = new IdentityHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  private TreeCheck(Document document) {
    this.document = document;
  }

  /** What is wrong with the tree of {@code document}; nothing if it can be walked. */
  static List<Diagnostic> of(Document document) {
    TreeCheck check = new TreeCheck(document);
    Extent whole = check.visit(document.root());
    if (check.problems.isEmpty()
        && (whole.size() > check.extents.size() + MOST_REPEATED || whole.depth() > DEEPEST)) {
      check.problem(document.root(), "aliases make this document too large");
    }
    return check.problems;
  }

  private Extent visit(Node node) {
    @Nullable Extent known = extents.get(node);
    if (known != null) {
      if (known.isOpen()) {
        problem(node, "an alias stands inside what it repeats");
        return new Extent(1, 1);
      }
      return known;
    }
    extents.put(node, Extent.OPEN);
    long size = 1;
    int depth = 0;
    switch (node) {
      case MappingNode mapping -> {
        checkKeys(mapping);
        for (NodeTuple tuple : mapping.getValue()) {
          for (Node child : List.of(tuple.getKeyNode(), tuple.getValueNode())) {
            Extent extent = visit(child);
            size += extent.size();
            depth = Math.max(depth, extent.depth());
          }
        }
      }
      case SequenceNode list -> {
        for (Node child : list.getValue()) {
          Extent extent = visit(child);
          size += extent.size();
          depth = Math.max(depth, extent.depth());
        }
      }
      default -> {}
    }
    Extent extent = new Extent(Math.min(size, Long.MAX_VALUE >> 32), depth + 1);
    extents.put(node, extent);
    return extent;
  }

  private void checkKeys(MappingNode mapping) {
    Map<String, Node> first = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        String name = Scalar.key(key).orElse("null");
        @Nullable Node before = first.putIfAbsent(name, key);
        if (before != null) {
          problems.add(
              Diagnostic.error(Code.ZC0602, document.spanOf(key), "`" + name + "` is there twice")
                  .note("it is there at line " + document.spanOf(before).line() + " already"));
        }
      } else {
        problem(tuple.getKeyNode(), "a field's name must be a plain word");
      }
    }
  }

  private void problem(Node node, String message) {
    problems.add(Diagnostic.error(Code.ZC0602, document.spanOf(node), message));
  }
}
