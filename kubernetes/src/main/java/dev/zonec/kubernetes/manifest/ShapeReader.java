package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.kubernetes.yaml.MappingNode;
import dev.zonec.kubernetes.yaml.Node;
import dev.zonec.kubernetes.yaml.ScalarNode;
import dev.zonec.kubernetes.yaml.SequenceNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Converts a tree to maps, lists, strings, integers and Booleans, according to a shape. If a part
 * has another shape, it reports a problem and leaves the part out.
 *
 * <p>Null is treated as Kubernetes does: as an absent field or, in a list, as an item without
 * fields.
 */
final class ShapeReader {
  private final Document document;
  private final List<Diagnostic> problems = new ArrayList<>();

  ShapeReader(Document document) {
    this.document = document;
  }

  /** Returns the problems so far. */
  List<Diagnostic> problems() {
    return List.copyOf(problems);
  }

  /**
   * Reads {@code node}; empty for null and for problems.
   *
   * @param name the node in messages
   */
  Optional<Object> read(String name, Node node, Shape shape) {
    if (shape instanceof Shape.Ignored || isNull(node)) {
      return Optional.empty();
    }
    if (shape instanceof Shape.Checked(Shape inner, boolean kept)) {
      Optional<Object> value = read(name, node, inner);
      return kept ? value : Optional.empty();
    }
    if (shape instanceof Shape.Known known) {
      checkNames(node, known);
      return Optional.empty();
    }
    return switch (node) {
      case ScalarNode scalar -> readScalar(name, scalar, shape);
      case SequenceNode list when shape instanceof Shape.ListOf listOf ->
          Optional.of(readList(name, list, listOf));
      case MappingNode mapping when shape instanceof Shape.Struct struct ->
          Optional.of(readStruct(mapping, struct));
      case MappingNode mapping when shape instanceof Shape.Texts(Shape.Nulls nulls) ->
          Optional.of(readTexts(mapping, nulls));
      case SequenceNode list -> wrong(name, list, shape, "a list");
      case MappingNode mapping -> wrong(name, mapping, shape, "a mapping");
      default -> wrong(name, node, shape, "something else");
    };
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar && Scalar.of(scalar) instanceof Scalar.Nothing;
  }

  private void checkNames(Node node, Shape.Known known) {
    if (node instanceof SequenceNode list) {
      Shape.Known item = known.items().orElse(Shape.Known.VALUE);
      list.items().forEach(each -> checkNames(each, item));
    }
    if (node instanceof MappingNode mapping) {
      Fields.of(mapping)
          .forEach(
              (name, field) -> {
                Optional<Shape.Known> inner = Optional.ofNullable(known.fields().get(name));
                if (inner.isPresent()) {
                  checkNames(field.value(), inner.get());
                } else {
                  unknown(name, field.key(), known.fields().keySet());
                }
              });
    }
  }

  private List<Object> readList(String name, SequenceNode list, Shape.ListOf shape) {
    List<Object> items = new ArrayList<>();
    for (Node node : list.items()) {
      String item = "an item of `" + bare(name) + "`";
      if (!isNull(node)) {
        read(item, node, shape.item()).ifPresent(items::add);
      } else if (shape.nulls() == Shape.Nulls.EMPTY) {
        items.add(empty(shape.item()));
      } else {
        wrong(item, node, shape.item(), "null");
      }
    }
    return items;
  }

  private static Object empty(Shape shape) {
    return switch (shape) {
      case Shape.Text() -> "";
      case Shape.Whole() -> 0;
      case Shape.LongWhole() -> 0;
      case Shape.Moment() -> "";
      case Shape.WholeOrText() -> 0;
      case Shape.Flag() -> false;
      case Shape.ListOf list -> List.of();
      case Shape.Ignored() -> Map.of();
      case Shape.Checked checked -> empty(checked.inner());
      case Shape.Known known -> Map.of();
      case Shape.Texts texts -> Map.of();
      case Shape.Struct struct -> Map.of();
    };
  }

  private Map<String, Object> readStruct(MappingNode mapping, Shape.Struct struct) {
    Map<String, Object> values = new LinkedHashMap<>();
    Fields.of(mapping)
        .forEach(
            (name, field) -> {
              Optional<Shape> shape = Optional.ofNullable(struct.fields().get(name));
              if (shape.isPresent()) {
                read("`" + name + "`", field.value(), shape.get())
                    .ifPresent(value -> values.put(name, value));
              } else if (struct.closed()) {
                unknown(name, field.key(), struct.fields().keySet());
              }
            });
    return values;
  }

  private Map<String, Object> readTexts(MappingNode mapping, Shape.Nulls nulls) {
    Map<String, Object> values = new LinkedHashMap<>();
    Fields.of(mapping)
        .forEach(
            (name, field) -> {
              if (isNull(field.value())) {
                if (nulls == Shape.Nulls.EMPTY) {
                  values.put(name, "");
                }
              } else {
                read("`" + name + "`", field.value(), new Shape.Text())
                    .ifPresent(value -> values.put(name, value));
              }
            });
    return values;
  }

  private Optional<Object> readScalar(String name, ScalarNode node, Shape shape) {
    Scalar scalar = Scalar.of(node);
    boolean text = shape instanceof Shape.Text || shape instanceof Shape.WholeOrText;
    boolean longWhole = shape instanceof Shape.LongWhole;
    boolean whole = shape instanceof Shape.Whole || shape instanceof Shape.WholeOrText;
    String shown = shown(node.value());
    return switch (scalar) {
      case Scalar.Text(String value) when text -> Optional.of(value);
      case Scalar.Text(String value) when shape instanceof Shape.Moment && Rfc3339.isValid(value) ->
          Optional.of(value);
      case Scalar.Text(String value) -> wrongText(name, node, shape, shown);
      case Scalar.Whole(BigInteger value) when whole && value.bitLength() < Integer.SIZE ->
          Optional.of(value.intValueExact());
      case Scalar.Whole(BigInteger value) when longWhole && value.bitLength() < Long.SIZE ->
          Optional.of(value.longValueExact());
      case Scalar.Whole(BigInteger value) -> wrongScalar(name, node, shape, "the number", shown);
      case Scalar.Real real -> readReal(name, node, shape, real);
      case Scalar.Flag(boolean value) when shape instanceof Shape.Flag -> Optional.of(value);
      case Scalar.Flag(boolean value) -> wrongScalar(name, node, shape, "the truth value", shown);
      case Scalar.Nothing() -> Optional.empty();
      case Scalar.Refused(String reason) -> wrong(name, node, shape, "`" + shown + "`");
    };
  }

  private Optional<Object> readReal(String name, ScalarNode node, Shape shape, Scalar.Real real) {
    if (shape instanceof Shape.LongWhole) {
      return real.asWhole()
          .filter(v -> v.bitLength() < Long.SIZE)
          .map(v -> (Object) v.longValueExact())
          .or(() -> wrongScalar(name, node, shape, "the number", shown(node.value())));
    }
    boolean whole = shape instanceof Shape.Whole || shape instanceof Shape.WholeOrText;
    Optional<BigInteger> value = real.asWhole().filter(v -> v.bitLength() < Integer.SIZE);
    return whole && value.isPresent()
        ? Optional.of(value.get().intValueExact())
        : wrongScalar(name, node, shape, "the number", shown(node.value()));
  }

  private Optional<Object> wrongScalar(
      String name, ScalarNode node, Shape shape, String kind, String shown) {
    Optional<Object> none = wrong(name, node, shape, kind + " `" + shown + "`");
    if (shape instanceof Shape.Text) {
      problems.add(problems.removeLast().help("put it in quotes: \"" + shown + "\""));
    }
    return none;
  }

  private Optional<Object> wrongText(String name, ScalarNode node, Shape shape, String shown) {
    Optional<Object> none = wrong(name, node, shape, "the string `" + shown + "`");
    boolean number = shape instanceof Shape.Whole && shown.matches("[0-9]{1,9}");
    boolean flag = shape instanceof Shape.Flag && shown.matches("true|false");
    if (number || flag) {
      problems.add(problems.removeLast().help("write it without quotes: " + shown));
    }
    return none;
  }

  private Optional<Object> wrong(String name, Node node, Shape shape, String found) {
    String message = name + " must be " + shape.wanted() + ", not " + found;
    problems.add(Diagnostic.error(Code.ZC0604, document.spanOf(node), message));
    return Optional.empty();
  }

  private void unknown(String name, Node key, Set<String> fields) {
    Diagnostic unknown =
        Diagnostic.error(Code.ZC0605, document.spanOf(key), "unknown field `" + shown(name) + "`")
            .note("the API server may drop unknown fields, and the rule would then match more");
    problems.add(
        NearestName.to(shown(name), fields)
            .map(nearest -> unknown.help("did you mean `" + nearest + "`?"))
            .orElse(unknown));
  }

  private static String bare(String name) {
    return name.replace("an item of ", "").replace("`", "");
  }

  /** Returns the beginning of {@code text}, for messages. */
  static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
