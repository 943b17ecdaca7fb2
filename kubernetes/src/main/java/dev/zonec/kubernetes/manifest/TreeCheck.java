package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.yaml.MappingNode;
import dev.zonec.kubernetes.yaml.Node;
import dev.zonec.kubernetes.yaml.ScalarNode;
import dev.zonec.kubernetes.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rejects trees with cycles and trees that the API server rejects for every kind: duplicate keys,
 * also through merges; keys that are not scalars; scalars that do not fit their tag; aliases inside
 * themselves; aliases that expand to too much.
 *
 * <p>It visits each node once, however often aliases repeat it, so its time is linear. Only
 * documents with aliases need a record of the visited nodes.
 */
final class TreeCheck {
  /** The greatest number of nodes that resolving aliases can add to a document. */
  private static final long MOST_REPEATED = 200_000;

  private static final int DEEPEST = 200;

  /** The size and depth of a node with resolved aliases. */
  private record Extent(long size, int depth) {
    /** The value for a node that is being visited. */
    static final Extent OPEN = new Extent(0, 0);

    boolean isOpen() {
      return depth == 0;
    }
  }

  private final Document document;
  private final ScalarCheck values;
  private final IdentityHashMap<Node, Extent> extents = new IdentityHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private boolean cyclic;

  private TreeCheck(Document document) {
    this.document = document;
    values = new ScalarCheck(document);
  }

  /** Returns the problems of {@code document}; empty if the tree is valid and has no cycles. */
  static List<Diagnostic> of(Document document) {
    TreeCheck check = new TreeCheck(document);
    Extent whole = check.visit(document.root());
    if (check.problems.isEmpty()
        && document.hasAliases()
        && (whole.size() > check.extents.size() + MOST_REPEATED || whole.depth() > DEEPEST)) {
      check.problem(document.root(), "aliases make this document too large");
    }
    return check.problems;
  }

  private Extent visit(Node node) {
    @Nullable Extent known = document.hasAliases() ? extents.get(node) : null;
    if (known != null) {
      if (known.isOpen()) {
        cyclic = true;
        problem(node, "this alias refers to a node that contains it");
        return new Extent(1, 1);
      }
      return known;
    }
    if (document.hasAliases()) {
      extents.put(node, Extent.OPEN);
    }
    long size = 1;
    int depth = 0;
    switch (node) {
      case MappingNode mapping -> {
        for (int entry = 0; entry < mapping.size(); entry++) {
          Extent key = visit(mapping.key(entry));
          Extent value = visit(mapping.value(entry));
          size += key.size() + value.size();
          depth = Math.max(depth, Math.max(key.depth(), value.depth()));
          checkValue(mapping.value(entry));
        }
        checkKeys(mapping);
      }
      case SequenceNode list -> {
        for (Node child : list.items()) {
          Extent extent = visit(child);
          size += extent.size();
          depth = Math.max(depth, extent.depth());
          checkValue(child);
        }
      }
      case ScalarNode scalar -> {}
    }
    Extent extent = new Extent(Math.min(size, Long.MAX_VALUE >> 32), depth + 1);
    if (document.hasAliases()) {
      extents.put(node, extent);
    }
    return extent;
  }

  private void checkValue(Node node) {
    if (node instanceof ScalarNode scalar) {
      values
          .reason(scalar)
          .ifPresent(
              reason -> problem(node, "`" + ShapeReader.shown(scalar.value()) + "` " + reason));
    }
  }

  private void checkKeys(MappingNode mapping) {
    Map<String, Node> first = new HashMap<>();
    boolean merges = false;
    for (int entry = 0; entry < mapping.size(); entry++) {
      Node key = mapping.key(entry);
      if (Fields.isMerge(key)) {
        merges = true;
        continue;
      }
      Optional<String> name =
          key instanceof ScalarNode scalar && !values.hasHalves(scalar.value(), scalar)
              ? Scalar.key(scalar)
              : Optional.empty();
      if (name.isEmpty()) {
        problem(key, "the name of a field must be a scalar");
      } else {
        @Nullable Node before = first.putIfAbsent(name.get(), key);
        if (before != null) {
          problems.add(
              twice(key, name.get())
                  .labelled("set again here")
                  .also(document.spanOf(before), "first set here"));
        }
      }
    }
    for (int entry = 0; merges && entry < mapping.size(); entry++) {
      if (Fields.isMerge(mapping.key(entry))) {
        checkMerge(mapping.key(entry), mapping.value(entry), first);
      }
    }
  }

  /** Reports names that are both merged and set. A strict server rejects them in any order. */
  private void checkMerge(Node key, Node value, Map<String, Node> first) {
    List<Node> merged =
        value instanceof SequenceNode list && !isAlias(key, value) ? list.items() : List.of(value);
    for (Node each : merged) {
      if (!(each instanceof MappingNode other)) {
        problem(key, "`<<` merges a mapping or a list of mappings");
        return;
      }
      if (cyclic) {
        return;
      }
      @Nullable Extent extent = extents.get(other);
      if (document.hasAliases() && (extent == null || extent.size() > MOST_REPEATED)) {
        problem(key, "`<<` merges too much");
        return;
      }
      Fields.of(other)
          .forEach(
              (name, field) -> {
                @Nullable Node before = first.putIfAbsent(name, field.key());
                if (before != null) {
                  problems.add(
                      twice(key, name)
                          .labelled("`<<` merges it")
                          .also(document.spanOf(field.key()), "from here")
                          .also(document.spanOf(before), "set here too")
                          .help("remove one of them: a strict API server rejects both"));
                }
              });
    }
  }

  /** Whether the value is an alias. An alias follows the node that it repeats. */
  private static boolean isAlias(Node key, Node value) {
    return value.start() < key.start();
  }

  private Diagnostic twice(Node key, String name) {
    return Diagnostic.error(
        Code.ZC0602, document.spanOf(key), "duplicate field `" + ShapeReader.shown(name) + "`");
  }

  private void problem(Node node, String message) {
    problems.add(Diagnostic.error(Code.ZC0602, document.spanOf(node), message));
  }
}
