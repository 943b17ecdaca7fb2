package dev.zonec.tests.apiserver;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A document as maps, lists and scalars that keep their spelling.
 *
 * @param root maps, lists and {@link Written}
 */
record PolicyTree(Map<String, Object> root) {
  /** A scalar or other value with its spelling in the document. */
  record Written(String yaml) {}

  /** The separator between two documents. */
  static final String BETWEEN = "(?m)^---.*(?:\\R|\\z)";

  private static final int DEEPEST = 40;

  /** Returns the tree of a document; empty if it is not a mapping or cannot be parsed. */
  static Optional<PolicyTree> parse(String document) {
    try {
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      Node node = yaml.compose(new StringReader(document));
      return node instanceof MappingNode mapping
          ? Optional.of(new PolicyTree(map(mapping, 0)))
          : Optional.empty();
    } catch (YAMLException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> map(MappingNode mapping, int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (NodeTuple each : mapping.getValue()) {
      if (!(each.getKeyNode() instanceof ScalarNode key)) {
        throw new IllegalArgumentException("a key that is no scalar");
      }
      if (map.put(key.getValue(), value(each.getValueNode(), depth + 1)) != null) {
        throw new IllegalArgumentException("a key is there twice");
      }
    }
    return map;
  }

  private static Object value(Node node, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("too deep");
    }
    return switch (node) {
      case MappingNode mapping -> map(mapping, depth);
      case SequenceNode list -> {
        List<Object> items = new ArrayList<>();
        list.getValue().forEach(item -> items.add(value(item, depth + 1)));
        yield items;
      }
      case ScalarNode scalar -> new Written(written(scalar));
      default -> throw new IllegalArgumentException(node.toString());
    };
  }

  private static String written(ScalarNode scalar) {
    String explicit =
        scalar.getStartMark() == null || scalar.getScalarStyle() != ScalarStyle.PLAIN
            ? ""
            : tag(scalar);
    return explicit
        + (scalar.getScalarStyle() == ScalarStyle.PLAIN
            ? scalar.getValue()
            : quoted(scalar.getValue()));
  }

  /**
   * Returns the explicit tag of a scalar, followed by a space, or an empty string. The tag is read
   * from the text, because the parser does not report whether it is explicit.
   */
  private static String tag(ScalarNode scalar) {
    int[] buffer = scalar.getStartMark().getBuffer();
    int at = scalar.getStartMark().getPointer();
    StringBuilder tag = new StringBuilder();
    for (int i = at; i < buffer.length && buffer[i] == '!' || !tag.isEmpty(); i++) {
      if (i >= buffer.length || Character.isWhitespace(buffer[i])) {
        break;
      }
      tag.appendCodePoint(buffer[i]);
    }
    return tag.isEmpty() ? "" : tag + " ";
  }

  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
              } else if (c == '\n') {
                out.append("\\n");
              } else if (c < ' ' || c == 0x7f) {
                out.append("\\x%02x".formatted(c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.append('"').toString();
  }

  /** Returns a field of the object as a word; empty if it does not exist. */
  String word(String field) {
    return word(root, field);
  }

  /** Returns the namespace of the object, or {@code default}. */
  String namespace() {
    String named = root.get("metadata") instanceof Map<?, ?> map ? word(map, "namespace") : "";
    return named.matches("[A-Za-z0-9._-]+") ? named : "default";
  }

  private static String word(Map<?, ?> map, String field) {
    String written = map.get(field) instanceof Written value ? value.yaml() : "";
    String yaml = written.replaceFirst("^!\\S* ", "");
    return yaml.startsWith("\"") ? yaml.substring(1, yaml.length() - 1) : yaml;
  }

  /**
   * Returns the objects inside the document. An object in a list gets the kind that the list
   * implies.
   */
  List<PolicyTree> parts() {
    List<PolicyTree> parts = new ArrayList<>();
    addParts(root, Map.of(), parts);
    return parts;
  }

  private static void addParts(Object value, Map<String, Object> given, List<PolicyTree> parts) {
    if (value instanceof List<?> list) {
      list.forEach(each -> addParts(each, given, parts));
    } else if (value instanceof Map<?, ?> map) {
      Map<String, Object> whole = new LinkedHashMap<>(given);
      map.forEach((key, each) -> whole.put(key.toString(), each));
      String kind = word(whole, "kind");
      if (kind.endsWith("NetworkPolicy")) {
        parts.add(new PolicyTree(whole));
        return;
      }
      boolean typed = kind.endsWith("List") && kind.length() > "List".length();
      Map<String, Object> ofItems =
          typed
              ? Map.of(
                  "apiVersion",
                  whole.get("apiVersion"),
                  "kind",
                  new Written(kind.substring(0, kind.length() - "List".length())))
              : Map.of();
      map.forEach((key, each) -> addParts(each, key.equals("items") ? ofItems : Map.of(), parts));
    }
  }

  /** Returns the document in YAML's block style. */
  String text() {
    StringBuilder out = new StringBuilder();
    fields(root, 0, false, out);
    return out.toString();
  }

  private static void fields(Map<?, ?> map, int indent, boolean first, StringBuilder out) {
    boolean here = first;
    for (Map.Entry<?, ?> each : map.entrySet()) {
      out.append(here ? "" : " ".repeat(indent)).append(key(each.getKey().toString())).append(':');
      here = false;
      value(each.getValue(), indent, out);
    }
  }

  private static String key(String key) {
    return key.matches("[A-Za-z_<][A-Za-z0-9_./<-]*") ? key : quoted(key);
  }

  private static void value(Object value, int indent, StringBuilder out) {
    switch (value) {
      case Map<?, ?> map when map.isEmpty() -> out.append(" {}\n");
      case Map<?, ?> map -> {
        out.append('\n');
        fields(map, indent + 2, false, out);
      }
      case List<?> list when list.isEmpty() -> out.append(" []\n");
      case List<?> list -> {
        out.append('\n');
        items(list, indent, out);
      }
      default -> out.append(' ').append(((Written) value).yaml()).append('\n');
    }
  }

  private static void items(List<?> list, int indent, StringBuilder out) {
    for (Object each : list) {
      out.append(" ".repeat(indent)).append('-');
      if (each instanceof Map<?, ?> map && !map.isEmpty()) {
        out.append(' ');
        fields(map, indent + 2, true, out);
      } else {
        value(each, indent + 2, out);
      }
    }
  }
}
