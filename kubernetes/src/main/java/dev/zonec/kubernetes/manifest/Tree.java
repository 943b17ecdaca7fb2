package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A YAML tree of which each part knows where it was written, so that an object that is put together
 * from several files still points to the line of each field. Trees are immutable; aliases and merge
 * keys are written out.
 */
public sealed interface Tree {
  /** Where it was written. */
  Span span();

  /**
   * A field of a mapping.
   *
   * @param key where its name was written
   * @param value its value
   */
  record Field(Span key, Tree value) {}

  /**
   * A mapping.
   *
   * @param fields the fields by name, in their order
   * @param span where it was written
   */
  record Mapping(Map<String, Field> fields, Span span) implements Tree {
    /** Copies the fields. */
    public Mapping {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The value of {@code name}; none if there is no such field. */
    public Optional<Tree> value(String name) {
      return Optional.ofNullable(fields.get(name)).map(Field::value);
    }

    /** The mapping at {@code name}; none if there is something else. */
    public Optional<Mapping> mapping(String name) {
      return value(name).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    /** The characters at {@code name}; none if there is something else, or nothing. */
    public Optional<String> text(String name) {
      return value(name)
          .filter(Leaf.class::isInstance)
          .flatMap(leaf -> ((Leaf) leaf).text())
          .filter(text -> !text.isEmpty());
    }

    /** The items of the list at {@code name}; none if there is something else. */
    public List<Tree> items(String name) {
      return value(name).orElse(this) instanceof Listing list ? list.items() : List.of();
    }

    /** The same with {@code field} at {@code name}. */
    public Mapping with(String name, Field field) {
      Map<String, Field> more = new LinkedHashMap<>(fields);
      more.put(name, field);
      return new Mapping(more, span);
    }

    /** The same with {@code value} at {@code name}; a new field's name stands where it does. */
    public Mapping with(String name, Tree value) {
      @Nullable Field before = fields.get(name);
      return with(name, new Field(before == null ? value.span() : before.key(), value));
    }

    /** The same without the field {@code name}. */
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
   * @param span where it was written
   */
  record Listing(List<Tree> items, Span span) implements Tree {
    /** Copies the items. */
    public Listing {
      items = List.copyOf(items);
    }

    /** The same with {@code item} instead of that at {@code index}. */
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

    /** Characters, whatever they look like. */
    public static Leaf ofText(String text, Span span) {
      return new Leaf(new ScalarNode(Tag.STR, text, null, null, ScalarStyle.DOUBLE_QUOTED), span);
    }

    /** What {@code written} is without quotes: a number, a truth value, nothing or characters. */
    public static Leaf ofPlain(String written, Span span) {
      Tag tag = new Resolver().resolve(NodeId.scalar, written, true);
      return new Leaf(new ScalarNode(tag, written, null, null, ScalarStyle.PLAIN), span);
    }

    @Override
    public Span span() {
      return span;
    }

    /** The same value, written at {@code span}. */
    public Leaf at(Span span) {
      return new Leaf(node, span);
    }

    ScalarNode node() {
      return node;
    }

    /** Its characters; none if it is a number, a truth value or nothing. */
    public Optional<String> text() {
      return Scalar.of(node) instanceof Scalar.Text(String value)
          ? Optional.of(value)
          : Optional.empty();
    }

    /** What was written, without quotes. */
    public String written() {
      return node.getValue();
    }

    /** As a mapping's key or a value that must be characters would be taken; empty for nothing. */
    public String asText() {
      return Scalar.key(node).orElse("");
    }

    /** Its whole number; none if it is something else. */
    public OptionalInt whole() {
      return Scalar.of(node) instanceof Scalar.Whole(var value) && value.bitLength() < 32
          ? OptionalInt.of(value.intValue())
          : OptionalInt.empty();
    }

    /** Whether it is true; anything else is not. */
    public boolean isTrue() {
      return Scalar.of(node) instanceof Scalar.Flag(boolean value) && value;
    }

    /** Whether it is nothing, {@code null} or {@code ~}. */
    public boolean isNull() {
      return Scalar.of(node) instanceof Scalar.Nothing;
    }

    /** Whether both stand for one value. */
    public boolean means(Leaf other) {
      return Scalar.of(node).equals(Scalar.of(other.node));
    }
  }

  /** Whether {@code tree} is nothing. */
  static boolean isNull(Tree tree) {
    return tree instanceof Leaf leaf && leaf.isNull();
  }

  /** Whether both stand for the same values, wherever they were written and in whatever order. */
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
