package dev.zonec.application.config;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the values of keys, and reports values of another form.
 *
 * @param problems receives the problems
 */
record ConfigValues(List<Diagnostic> problems) {
  /** A string and its place. */
  record Text(String value, Span span) {}

  /** Reads a string. */
  Optional<Text> text(String key, Tree value, String wanted) {
    Optional<Text> text =
        value instanceof Tree.Leaf leaf
            ? leaf.text().filter(each -> !each.isBlank()).map(each -> new Text(each, leaf.span()))
            : Optional.empty();
    if (text.isEmpty()) {
      wrong(key, value, wanted);
    }
    return text;
  }

  /** Reads a string or a list of strings; at least one. */
  Optional<List<Text>> texts(String key, Tree value, String wanted) {
    List<Tree> items =
        switch (value) {
          case Tree.Listing list -> list.items();
          case Tree.Leaf leaf -> List.of(leaf);
          case Tree.Mapping mapping -> List.of();
        };
    if (items.isEmpty()) {
      wrong(key, value, wanted);
      return Optional.empty();
    }
    List<Text> texts = new ArrayList<>();
    for (Tree item : items) {
      text(key, item, wanted).ifPresent(texts::add);
    }
    return texts.size() == items.size() ? Optional.of(texts) : Optional.empty();
  }

  /** Reads a Boolean. */
  Optional<Boolean> flag(String key, Tree value) {
    if (value instanceof Tree.Leaf leaf && List.of("true", "false").contains(leaf.written())) {
      if (leaf.text().isEmpty()) {
        return Optional.of(leaf.isTrue());
      }
    }
    wrong(key, value, "true or false");
    return Optional.empty();
  }

  /** Reads a whole number of at least 0. */
  Optional<Integer> whole(String key, Tree value, String wanted) {
    if (value instanceof Tree.Leaf leaf
        && leaf.whole().isPresent()
        && leaf.whole().getAsInt() >= 0) {
      return Optional.of(leaf.whole().getAsInt());
    }
    wrong(key, value, wanted);
    return Optional.empty();
  }

  /** Reads a mapping. */
  Optional<Tree.Mapping> mapping(String key, Tree value, String wanted) {
    if (value instanceof Tree.Mapping mapping) {
      return Optional.of(mapping);
    }
    wrong(key, value, wanted);
    return Optional.empty();
  }

  /** Reports that {@code value} is not what {@code key} takes. */
  void wrong(String key, Tree value, String wanted) {
    problems.add(
        Diagnostic.error(
            Code.ZC0804,
            value.span().firstLine(),
            "`" + key + "` takes " + wanted + ", not " + described(value)));
  }

  /** Reports a key that does not exist. */
  void unknown(String name, Tree.Field field, Collection<String> known, String where) {
    Diagnostic unknown =
        Diagnostic.error(Code.ZC0803, field.key(), "there is no key `" + name + "`" + where);
    problems.add(
        nearest(name, known)
            .map(near -> unknown.help("did you mean `" + near + "`?"))
            .orElseGet(() -> unknown.help("the keys are " + listed(known))));
  }

  /** Returns the key that {@code name} stands for if words are joined in another way. */
  static Optional<String> nearest(String name, Collection<String> known) {
    return known.stream()
        .filter(each -> bare(each).equals(bare(name)))
        .findFirst()
        .or(() -> NearestName.to(name, known));
  }

  private static String bare(String name) {
    String joined = name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    return joined.endsWith("s") ? joined.substring(0, joined.length() - 1) : joined;
  }

  private static String listed(Collection<String> words) {
    return String.join(", ", words.stream().map(each -> "`" + each + "`").sorted().toList());
  }

  private static String span(Tree.Leaf leaf) {
    return leaf.span().text();
  }

  private static String described(Tree value) {
    return switch (value) {
      case Tree.Mapping mapping -> "a mapping";
      case Tree.Listing list when list.items().isEmpty() -> "an empty list";
      case Tree.Listing list -> "a list";
      case Tree.Leaf leaf when leaf.isNull() -> "nothing";
      case Tree.Leaf leaf when leaf.text().isPresent() && leaf.written().isBlank() ->
          "an empty string";
      case Tree.Leaf leaf when leaf.text().isPresent() && !span(leaf).equals(leaf.written()) ->
          "the string `" + leaf.written() + "`";
      case Tree.Leaf leaf -> "`" + leaf.written() + "`";
    };
  }
}
