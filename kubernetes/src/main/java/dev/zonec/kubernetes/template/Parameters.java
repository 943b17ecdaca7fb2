package dev.zonec.kubernetes.template;

import dev.zonec.kubernetes.manifest.Tree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the values of a Template's parameters as {@code oc process} does: {@code ${NAME}} in
 * strings and field names, and {@code ${{NAME}}} alone for a number or Boolean. Other text is not
 * changed (openshift/library-go, templateprocessing).
 */
final class Parameters {
  private static final Pattern TEXT = Pattern.compile("\\$\\{([a-zA-Z0-9_]+?)}");
  private static final Pattern VALUE = Pattern.compile("\\$\\{\\{([a-zA-Z0-9_]+)}}");

  private final Map<String, String> values = new HashMap<>();
  private final Set<String> unknown = new HashSet<>();
  private final IdentityHashMap<Tree, String> open = new IdentityHashMap<>();

  private Parameters() {}

  /** Reads the parameters that {@code template} declares. */
  static Parameters of(Tree.Mapping template) {
    Parameters parameters = new Parameters();
    for (Tree item : template.items("parameters")) {
      if (item instanceof Tree.Mapping parameter) {
        parameter.text("name").ifPresent(name -> parameters.declare(name, parameter));
      }
    }
    return parameters;
  }

  private void declare(String name, Tree.Mapping parameter) {
    String value =
        parameter.value("value").orElse(parameter) instanceof Tree.Leaf leaf ? leaf.asText() : "";
    boolean required =
        parameter.value("required").orElse(parameter) instanceof Tree.Leaf leaf && leaf.isTrue();
    if (value.isEmpty() && (required || parameter.text("generate").isPresent())) {
      unknown.add(name);
    } else {
      values.put(name, value);
    }
  }

  /**
   * Whether {@code text} refers to a parameter, so that {@code oc process} keeps it as a namespace.
   */
  static boolean isParameterized(String text) {
    return TEXT.matcher(text).find();
  }

  /**
   * Returns the parameter without a value that {@code tree} depends on.
   *
   * @param tree a tree with inserted values
   */
  Optional<String> openIn(Tree tree) {
    return Optional.ofNullable(open.get(tree));
  }

  /** Inserts values into {@code tree}. */
  Tree in(Tree tree) {
    return switch (tree) {
      case Tree.Leaf leaf -> leaf.text().map(text -> in(text, leaf)).orElse(leaf);
      case Tree.Listing(var items, var span) ->
          new Tree.Listing(items.stream().map(this::in).toList(), span);
      case Tree.Mapping(var fields, var span) -> {
        Map<String, Tree.Field> changed = new LinkedHashMap<>();
        fields.forEach(
            (name, field) ->
                changed.put(text(name), new Tree.Field(field.key(), in(field.value()))));
        yield new Tree.Mapping(changed, span);
      }
    };
  }

  private Tree.Leaf in(String text, Tree.Leaf leaf) {
    Matcher whole = VALUE.matcher(text);
    if (whole.matches()) {
      @Nullable String value = values.get(whole.group(1));
      if (value != null) {
        return Tree.Leaf.ofPlain(value, leaf.span());
      }
      return unknown.contains(whole.group(1)) ? noting(leaf, whole.group(1)) : leaf;
    }
    String filled = text(text);
    Tree.Leaf result = filled.equals(text) ? leaf : Tree.Leaf.ofText(filled, leaf.span());
    Matcher left = TEXT.matcher(text);
    while (left.find()) {
      if (unknown.contains(left.group(1))) {
        return noting(result, left.group(1));
      }
    }
    return result;
  }

  /** Creates a separate leaf, because the same leaf can occur several times. */
  private Tree.Leaf noting(Tree.Leaf leaf, String parameter) {
    Tree.Leaf noted = Tree.Leaf.ofText(leaf.written(), leaf.span());
    open.put(noted, parameter);
    return noted;
  }

  private String text(String text) {
    return TEXT.matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
  }
}
