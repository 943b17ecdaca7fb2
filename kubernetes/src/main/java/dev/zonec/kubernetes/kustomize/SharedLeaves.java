package dev.zonec.kubernetes.kustomize;

import dev.zonec.kubernetes.manifest.Tree;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A label that kustomize sets in several places of an object is one node of its tree: whatever
 * changes it later in one place, changes it in all. Here such places hold the same leaf.
 */
final class SharedLeaves {
  private SharedLeaves() {}

  /**
   * {@code object} with other leaves instead of some, wherever they are.
   *
   * @param instead by leaf, as an identity
   */
  static Tree.Mapping replaced(Tree.Mapping object, IdentityHashMap<Tree, Tree> instead) {
    return !instead.isEmpty() && replaced((Tree) object, instead) instanceof Tree.Mapping changed
        ? changed
        : object;
  }

  private static Tree replaced(Tree tree, IdentityHashMap<Tree, Tree> instead) {
    return switch (tree) {
      case Tree.Leaf leaf -> {
        @Nullable Tree other = instead.get(leaf);
        yield other == null ? leaf : other;
      }
      case Tree.Listing(var items, var span) ->
          new Tree.Listing(items.stream().map(item -> replaced(item, instead)).toList(), span);
      case Tree.Mapping(var fields, var span) -> {
        Map<String, Tree.Field> changed = new LinkedHashMap<>();
        fields.forEach(
            (name, field) ->
                changed.put(name, new Tree.Field(field.key(), replaced(field.value(), instead))));
        yield new Tree.Mapping(changed, span);
      }
    };
  }

  /** {@code object} with a leaf of its own in each place, as it is after a JSON patch. */
  static Tree.Mapping apart(Tree.Mapping object) {
    return apart((Tree) object) instanceof Tree.Mapping changed ? changed : object;
  }

  private static Tree apart(Tree tree) {
    return switch (tree) {
      case Tree.Leaf leaf -> leaf.at(leaf.span());
      case Tree.Listing(var items, var span) ->
          new Tree.Listing(items.stream().map(SharedLeaves::apart).toList(), span);
      case Tree.Mapping(var fields, var span) -> {
        Map<String, Tree.Field> changed = new LinkedHashMap<>();
        fields.forEach(
            (name, field) -> changed.put(name, new Tree.Field(field.key(), apart(field.value()))));
        yield new Tree.Mapping(changed, span);
      }
    };
  }
}
