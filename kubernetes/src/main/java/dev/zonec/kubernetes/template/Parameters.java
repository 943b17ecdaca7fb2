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
 * The values of a Template's parameters, put in as {@code oc process} does it: {@code ${NAME}} in
 * characters and field names, {@code ${{NAME}}} alone for a number or a truth value. What is no
 * parameter stays as it is. (openshift/library-go, templateprocessing.)
 */
final class Parameters {
  private static final Pattern TEXT = Pattern.compile("\\$\\{([a-zA-Z0-9_]+?)}");
  private static final Pattern VALUE = Pattern.compile("\\$\\{\\{([a-zA-Z0-9_]+)}}");

  private final Map<String, String> values = new HashMap<>();
  private final Set<String> unknown = new HashSet<>();
  private final IdentityHashMap<Tree, String> open = new IdentityHashMap<>();

  private Parameters() {}

  /** The parameters that {@code template} declares. */
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

  /** Whether {@code text} refers to a parameter in a way that leaves a namespace in place. */
  static boolean isParameterized(String text) {
    return TEXT.matcher(text).find();
  }

  /** The parameter without a value that {@code tree}, which was put in, depends on. */
  Optional<String> openIn(Tree tree) {
    return Optional.ofNullable(open.get(tree));
  }

  /** {@code tree} with values put in. */
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

  /** A leaf of its own, since one may stand in several places. */
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
