package dev.zonec.kubernetes.kustomize;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A field of certain kinds, as kustomize's transformers specify it.
 *
 * @param group the API group; empty for any
 * @param version the version; empty for any
 * @param kind the kind; empty for any
 * @param path the names of fields; a list on the way stands for each of its items
 * @param create whether a missing field is created
 */
record FieldSpec(String group, String version, String kind, List<String> path, boolean create) {
  FieldSpec {
    path = List.copyOf(path);
  }

  static FieldSpec of(String group, String version, String kind, String path, boolean create) {
    return new FieldSpec(group, version, kind, List.of(path.split("/", -1)), create);
  }

  boolean selects(ResourceId id) {
    return (group.isEmpty() || group.equals(id.group()))
        && (version.isEmpty() || version.equals(id.version()))
        && (kind.isEmpty() || kind.equals(id.kind()));
  }

  /**
   * Applies {@code change} to the field, if the object is of the kind.
   *
   * @param empty the value of a created field before the change
   */
  Tree.Mapping apply(Tree.Mapping object, Tree empty, UnaryOperator<Tree> change) {
    return selects(ResourceId.of(object))
            && change(object, path, empty, change) instanceof Tree.Mapping changed
        ? changed
        : object;
  }

  private Tree change(Tree tree, List<String> left, Tree empty, UnaryOperator<Tree> change) {
    if (left.isEmpty()) {
      return change.apply(tree);
    }
    return switch (tree) {
      case Tree.Leaf leaf -> leaf;
      case Tree.Listing(var items, var span) ->
          new Tree.Listing(
              items.stream().map(item -> change(item, left, empty, change)).toList(), span);
      case Tree.Mapping mapping -> changeIn(mapping, left, empty, change);
    };
  }

  private Tree changeIn(
      Tree.Mapping mapping, List<String> left, Tree empty, UnaryOperator<Tree> change) {
    boolean list = left.getFirst().endsWith("[]");
    String name =
        list ? left.getFirst().substring(0, left.getFirst().length() - 2) : left.getFirst();
    Optional<Tree> value = mapping.value(name).filter(found -> !Tree.isNull(found));
    if (value.isEmpty() && (!create || list)) {
      return mapping;
    }
    Span span = empty.span();
    Tree field = value.orElseGet(() -> left.size() == 1 ? empty : new Tree.Mapping(Map.of(), span));
    return mapping.with(name, change(field, left.subList(1, left.size()), empty, change));
  }
}
