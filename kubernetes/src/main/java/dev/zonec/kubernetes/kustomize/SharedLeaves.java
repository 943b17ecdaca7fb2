package dev.zonec.kubernetes.kustomize;

import dev.zonec.kubernetes.manifest.Tree;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Represents labels that share one node in kustomize's tree. If kustomize sets a label in several
 * places of an object, a later change in one place changes all of them. Here these places contain
 * the same leaf.
 */
final class SharedLeaves {
  private SharedLeaves() {}

  /**
   * Returns {@code object} with leaves replaced wherever they occur.
   *
   * @param instead the new leaves, by the identity of the old ones
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

  /** Returns {@code object} with a separate leaf in each place, as after a JSON patch. */
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
