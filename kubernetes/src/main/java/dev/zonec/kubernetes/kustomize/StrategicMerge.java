package dev.zonec.kubernetes.kustomize;

import dev.zonec.kubernetes.manifest.Tree;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Applies strategic merge patches as kustomize does (kyaml/yaml/merge2). Mappings are merged. Lists
 * are replaced, or merged by their keys, with new items of the patch first. {@code null} and {@code
 * $patch: delete} remove a value, and {@code $patch: replace} replaces it. Values keep their span;
 * values from the patch have the patch's.
 */
final class StrategicMerge {
  private static final String DIRECTIVE = "$patch";

  /** New leaves, for leaves that may occur in other places too. */
  private final IdentityHashMap<Tree, Tree> instead = new IdentityHashMap<>();

  private StrategicMerge() {}

  /** Applies {@code patch} to {@code target}; empty if the patch deletes it. */
  static Optional<Tree.Mapping> merge(Tree.Mapping target, Tree.Mapping patch) {
    MergeKeys keys =
        MergeKeys.of(target.text("apiVersion").orElse(""), target.text("kind").orElse(""));
    StrategicMerge merge = new StrategicMerge();
    return merge
        .mapping(target, patch, keys)
        .filter(Tree.Mapping.class::isInstance)
        .map(Tree.Mapping.class::cast)
        .map(merged -> SharedLeaves.replaced(merged, merge.instead));
  }

  private Optional<Tree> value(Tree target, Tree patch, MergeKeys keys) {
    if (Tree.isNull(patch)) {
      return Optional.empty();
    }
    if (Tree.isNull(target)) {
      return added(patch, keys);
    }
    return switch (patch) {
      case Tree.Leaf leaf -> {
        instead.put(target, leaf);
        yield Optional.of(leaf);
      }
      case Tree.Mapping mapping ->
          target instanceof Tree.Mapping before
              ? mapping(before, mapping, keys)
              : Optional.of(mapping);
      case Tree.Listing list -> list(target, list, keys);
    };
  }

  private Optional<Tree> mapping(Tree.Mapping target, Tree.Mapping patch, MergeKeys keys) {
    String directive = patch.text(DIRECTIVE).orElse("merge");
    Tree.Mapping plain = patch.without(DIRECTIVE);
    if (directive.equals("delete")) {
      return Optional.empty();
    }
    if (directive.equals("replace")) {
      return Optional.of(plain);
    }
    Map<String, Tree.Field> merged = new LinkedHashMap<>(target.fields());
    plain
        .fields()
        .forEach(
            (name, field) -> {
              Optional<Tree> result =
                  target
                      .value(name)
                      .map(before -> value(before, field.value(), keys.at(name)))
                      .orElseGet(
                          () ->
                              Tree.isNull(field.value())
                                  ? Optional.empty()
                                  : added(field.value(), keys.at(name)));
              if (result.isPresent()) {
                Tree.@Nullable Field before = target.fields().get(name);
                boolean kept = before != null && before.value().span().equals(result.get().span());
                merged.put(
                    name,
                    new Tree.Field(
                        before != null && kept ? before.key() : field.key(), result.get()));
              } else {
                merged.remove(name);
              }
            });
    return Optional.of(new Tree.Mapping(merged, target.span()));
  }

  /** Returns the value that a patch adds, without directives. */
  private Optional<Tree> added(Tree patch, MergeKeys keys) {
    return switch (patch) {
      case Tree.Leaf leaf -> Optional.of(leaf);
      case Tree.Mapping mapping ->
          mapping.text(DIRECTIVE).filter("delete"::equals).isPresent()
              ? Optional.empty()
              : mapping(new Tree.Mapping(Map.of(), mapping.span()), mapping, keys);
      case Tree.Listing list -> list(new Tree.Listing(List.of(), list.span()), list, keys);
    };
  }

  private Optional<Tree> list(Tree target, Tree.Listing patch, MergeKeys keys) {
    if (keys.keys().isEmpty()) {
      return Optional.of(patch);
    }
    List<Tree.Mapping> items = mappings(patch);
    Optional<String> directive =
        items.stream()
            .filter(item -> item.fields().size() == 1)
            .flatMap(item -> item.text(DIRECTIVE).stream())
            .findFirst();
    List<Tree.Mapping> said =
        items.stream()
            .filter(item -> item.fields().size() != 1 || item.text(DIRECTIVE).isEmpty())
            .toList();
    if (directive.filter("delete"::equals).isPresent()) {
      return Optional.empty();
    }
    List<Tree.Mapping> before =
        directive.filter("replace"::equals).isPresent() ? List.of() : mappings(target);
    List<String> telling = telling(keys.keys(), said, before);
    // kustomize uses the patch's order for items with one key, and the target's for items with
    // several.
    boolean patchFirst = telling.size() == 1;
    List<Tree> merged = new ArrayList<>();
    for (Tree.Mapping item : said) {
      Optional<Tree.Mapping> same = like(item, before, telling);
      if (same.isEmpty()) {
        added(item, keys).ifPresent(merged::add);
      } else if (patchFirst) {
        mapping(same.get(), item, keys).ifPresent(merged::add);
      }
    }
    for (Tree.Mapping item : before) {
      Optional<Tree.Mapping> same = like(item, said, telling);
      if (same.isEmpty() || !haveTheSame(item, same.get(), telling)) {
        merged.add(item);
      } else if (!patchFirst) {
        mapping(item, same.get(), keys).ifPresent(merged::add);
      }
    }
    return Optional.of(new Tree.Listing(merged, before.isEmpty() ? patch.span() : target.span()));
  }

  private static Optional<Tree.Mapping> like(
      Tree.Mapping item, List<Tree.Mapping> others, List<String> keys) {
    return others.stream().filter(other -> alike(other, item, keys)).findFirst();
  }

  /** Returns the keys that some item has. Other keys do not identify items. */
  private static List<String> telling(
      List<String> keys, List<Tree.Mapping> said, List<Tree.Mapping> before) {
    List<String> telling =
        keys.stream()
            .filter(
                key ->
                    Stream.concat(said.stream(), before.stream())
                        .anyMatch(item -> item.fields().containsKey(key)))
            .toList();
    return telling.isEmpty() ? keys : telling;
  }

  /** Whether two items are the same: they have an equal key, and no key with different values. */
  private static boolean alike(Tree.Mapping one, Tree.Mapping other, List<String> keys) {
    boolean common = false;
    for (String key : keys) {
      String first = written(one, key);
      String second = written(other, key);
      if (!first.isEmpty() && !second.isEmpty() && !first.equals(second)) {
        return false;
      }
      common |= first.equals(second) && !first.isEmpty();
    }
    return common;
  }

  /**
   * Whether both items have the same keys. If not, kustomize drops what the patch says about the
   * item.
   */
  private static boolean haveTheSame(Tree.Mapping one, Tree.Mapping other, List<String> keys) {
    return keys.stream().allMatch(key -> written(one, key).equals(written(other, key)));
  }

  private static String written(Tree.Mapping item, String key) {
    return item.value(key).orElse(item) instanceof Tree.Leaf leaf ? leaf.written() : "";
  }

  private static List<Tree.Mapping> mappings(Tree list) {
    return list instanceof Tree.Listing items
        ? items.items().stream()
            .filter(Tree.Mapping.class::isInstance)
            .map(Tree.Mapping.class::cast)
            .toList()
        : List.of();
  }
}
