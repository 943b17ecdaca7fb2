package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A YAML tree in which each part has a span, so that an object that comes from several files has
 * the right span for each field. Trees are immutable; aliases and merge keys are resolved.
 */
public sealed interface Tree {
  /** Returns the span of the tree. */
  Span span();

  /**
   * A field of a mapping.
   *
   * @param key the span of its name
   * @param value its value
   */
  record Field(Span key, Tree value) {}

  /**
   * A mapping.
   *
   * @param fields the fields by name, in their order
   * @param span the span of the mapping
   */
  record Mapping(Map<String, Field> fields, Span span) implements Tree {
    /** Copies the fields. */
    public Mapping {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Returns the value of the field {@code name}; empty if it does not exist. */
    public Optional<Tree> value(String name) {
      return Optional.ofNullable(fields.get(name)).map(Field::value);
    }

    /** Returns the mapping in the field {@code name}; empty for other values. */
    public Optional<Mapping> mapping(String name) {
      return value(name).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    /** Returns the string in the field {@code name}; empty for other values. */
    public Optional<String> text(String name) {
      return value(name)
          .filter(Leaf.class::isInstance)
          .flatMap(leaf -> ((Leaf) leaf).text())
          .filter(text -> !text.isEmpty());
    }

    /** Returns the items of the list in the field {@code name}; empty for other values. */
    public List<Tree> items(String name) {
      return value(name).orElse(this) instanceof Listing list ? list.items() : List.of();
    }

    /** Returns a copy with the field {@code name}. */
    public Mapping with(String name, Field field) {
      Map<String, Field> more = new LinkedHashMap<>(fields);
      more.put(name, field);
      return new Mapping(more, span);
    }

    /**
     * Returns a copy with {@code value} in the field {@code name}. The name of a new field has the
     * span of the value.
     */
    public Mapping with(String name, Tree value) {
      @Nullable Field before = fields.get(name);
      return with(name, new Field(before == null ? value.span() : before.key(), value));
    }

    /** Returns a copy without the field {@code name}. */
    public Mapping without(String name) {
      Map<String, Field> fewer = new LinkedHashMap<>(fields);
      fewer.remove(name);
      return new Mapping(fewer, span);
    }
  }

  /**
   * A list.
   *
   * @param items the items
   * @param span the span of the list
   */
  record Listing(List<Tree> items, Span span) implements Tree {
    /** Copies the items. */
    public Listing {
      items = List.copyOf(items);
    }

    /** Returns a copy with {@code item} at {@code index}. */
    public Listing with(int index, Tree item) {
      List<Tree> changed = new ArrayList<>(items);
      changed.set(index, item);
      return new Listing(changed, span);
    }
  }

  /** A scalar. */
  final class Leaf implements Tree {
    private final ScalarNode node;
    private final Span span;

    Leaf(ScalarNode node, Span span) {
      this.node = node;
      this.span = span;
    }

    /** Creates a string, whatever it looks like. */
    public static Leaf ofText(String text, Span span) {
      return new Leaf(ScalarNode.ofText(text), span);
    }

    /** Creates the value of a plain scalar: a number, Boolean, null or string. */
    public static Leaf ofPlain(String written, Span span) {
      Tag tag = new Resolver().resolve(NodeId.scalar, written, true);
      return new Leaf(ScalarNode.of(tag, written), span);
    }

    @Override
    public Span span() {
      return span;
    }

    /** Returns the same value with another span. */
    public Leaf at(Span span) {
      return new Leaf(node, span);
    }

    ScalarNode node() {
      return node;
    }

    /** Returns the string; empty for numbers, Booleans and null. */
    public Optional<String> text() {
      return Scalar.of(node) instanceof Scalar.Text(String value)
          ? Optional.of(value)
          : Optional.empty();
    }

    /** Returns the text as written, without quotes. */
    public String written() {
      return node.value();
    }

    /**
     * Returns the text that the scalar is as a key, or as a value that must be a string; empty for
     * null.
     */
    public String asText() {
      return Scalar.key(node).orElse("");
    }

    /** Returns the integer; empty for other values. */
    public OptionalInt whole() {
      return Scalar.of(node) instanceof Scalar.Whole(var value) && value.bitLength() < 32
          ? OptionalInt.of(value.intValue())
          : OptionalInt.empty();
    }

    /** Whether the scalar is the Boolean true. */
    public boolean isTrue() {
      return Scalar.of(node) instanceof Scalar.Flag(boolean value) && value;
    }

    /** Whether the scalar is null. */
    public boolean isNull() {
      return Scalar.of(node) instanceof Scalar.Nothing;
    }

    /** Whether both scalars have the same value. */
    public boolean means(Leaf other) {
      return Scalar.of(node).equals(Scalar.of(other.node));
    }
  }

  /** Whether {@code tree} is null. */
  static boolean isNull(Tree tree) {
    return tree instanceof Leaf leaf && leaf.isNull();
  }

  /** Whether both trees have the same values, regardless of their spans and the order of fields. */
  static boolean same(Tree one, Tree other) {
    return switch (one) {
      case Leaf leaf -> other instanceof Leaf second && leaf.means(second);
      case Listing(var items, var span) -> other instanceof Listing second && same(items, second);
      case Mapping(var fields, var span) ->
          other instanceof Mapping second
              && fields.keySet().equals(second.fields().keySet())
              && fields.entrySet().stream()
                  .allMatch(
                      each ->
                          same(each.getValue().value(), second.value(each.getKey()).orElseThrow()));
    };
  }

  private static boolean same(List<Tree> items, Listing other) {
    if (items.size() != other.items().size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!same(items.get(i), other.items().get(i))) {
        return false;
      }
    }
    return true;
  }
}
