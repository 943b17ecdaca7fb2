package dev.zonec.application.baseline;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.kubernetes.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the values of a baseline file. A key that is unknown or missing, and a value of another
 * form are problems: an entry that is read in part could accept too much.
 *
 * @param problems receives the problems
 */
record BaselineValues(List<Diagnostic> problems) {
  /** Reads the variants of an entry or context; the only variant if there are none. */
  List<String> variants(Tree.Mapping mapping) {
    return mapping.value(Variants.KEY).isEmpty()
        ? List.of("")
        : texts(mapping, Variants.KEY, "a list of variants such as `env=prod`");
  }

  /** Reads a list; null is an empty one. */
  List<Tree> items(Tree tree, String wanted) {
    if (tree instanceof Tree.Listing list) {
      return list.items();
    }
    if (!Tree.isNull(tree)) {
      problem(tree, wanted);
    }
    return List.of();
  }

  /** Reads one of several words. */
  <T> Optional<T> word(Tree.Mapping mapping, String key, List<T> all, Function<T, String> word) {
    Optional<String> text = text(mapping, key);
    Optional<T> found =
        text.flatMap(
            written -> all.stream().filter(each -> word.apply(each).equals(written)).findFirst());
    if (text.isPresent() && found.isEmpty()) {
      problem(
          mapping.value(key).orElse(mapping),
          "`" + key + "` is " + all.stream().map(word).collect(Collectors.joining(" or ")));
    }
    return found;
  }

  /** Reads a list of strings, and reports the value if it is none. */
  List<String> texts(Tree.Mapping mapping, String key, String wanted) {
    Optional<Tree> value = mapping.value(key);
    if (value.isEmpty() || !(value.get() instanceof Tree.Listing list)) {
      problem(value.orElse(mapping), "`" + key + "` is " + wanted);
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Tree item : list.items()) {
      Optional<String> text =
          item instanceof Tree.Leaf leaf
              ? leaf.text().filter(each -> !each.isBlank())
              : Optional.empty();
      text.ifPresentOrElse(texts::add, () -> problem(item, "`" + key + "` is " + wanted));
    }
    return texts;
  }

  /** Reads a string. */
  Optional<String> text(Tree.Mapping mapping, String key) {
    Optional<Tree> value = mapping.value(key);
    Optional<String> text =
        value
            .filter(Tree.Leaf.class::isInstance)
            .flatMap(leaf -> ((Tree.Leaf) leaf).text())
            .filter(each -> !each.isBlank());
    if (text.isEmpty()) {
      problem(
          value.orElse(mapping),
          value.isPresent() ? "`" + key + "` is a string" : "`" + key + "` is missing");
    }
    return text;
  }

  /** Reads a string that may be missing. */
  Optional<String> optional(Tree.Mapping mapping, String key) {
    return mapping.value(key).isEmpty() ? Optional.empty() : text(mapping, key);
  }

  /** Reports each key that is not in {@code known}. */
  void checkKeys(Tree.Mapping mapping, Set<String> known) {
    mapping
        .fields()
        .forEach(
            (name, field) -> {
              if (!known.contains(name)) {
                Diagnostic unknown =
                    Diagnostic.error(
                        Code.ZC0814, field.key(), "there is no key `" + name + "` here");
                problems.add(
                    NearestName.to(name, known)
                        .map(near -> unknown.help("did you mean `" + near + "`?"))
                        .orElse(unknown));
              }
            });
  }

  /** Reports that {@code tree} is not what it has to be. */
  void problem(Tree tree, String message) {
    problems.add(Diagnostic.error(Code.ZC0814, tree.span().firstLine(), message));
  }
}
