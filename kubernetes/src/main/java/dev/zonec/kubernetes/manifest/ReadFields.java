package dev.zonec.kubernetes.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields that {@link ManifestReader} reads, for one kind. Reading an object with only these
 * fields gives the same result, including the same problems.
 */
public final class ReadFields {
  /** The annotation with which client-side apply stores a copy of the object. */
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  /** Only the name of an unmodelled policy is read. */
  private static final Map<String, Shape> NAME_FIELDS =
      Map.of(
          "apiVersion",
          new Shape.Text(),
          "kind",
          new Shape.Text(),
          "metadata",
          Shape.open(Map.of("name", new Shape.Text(), "namespace", new Shape.Text())));

  private static final Shape NAMES = Shape.open(NAME_FIELDS);

  /** Some kinds affect connections only with a certain field. */
  private static final Shape NAMES_AND_SPEC = Shape.open(withSpec());

  private final Shape shape;
  private final boolean modelled;
  private final boolean selectors;

  private static Map<String, Shape> withSpec() {
    Map<String, Shape> fields = new LinkedHashMap<>(NAME_FIELDS);
    fields.put("spec", new Shape.Texts(Shape.Nulls.EMPTY));
    return fields;
  }

  private ReadFields(Shape shape, boolean modelled, boolean selectors) {
    this.shape = shape;
    this.modelled = modelled;
    this.selectors = selectors;
  }

  /** Returns the fields of kinds that decide about access. */
  public static ReadFields ofAccess() {
    return new ReadFields(AccessKind.shape(), false, false);
  }

  /** Returns the fields of a kind that tells more about pods. */
  public static ReadFields of(DetailKind kind) {
    return new ReadFields(kind.shape(), false, false);
  }

  /** Returns these fields, and for kinds with pods also those that tell more about the pods. */
  public ReadFields withDetails(String kind) {
    return DetailShapes.ofPods(kind)
        .map(more -> new ReadFields(Shape.union(shape, more), modelled, selectors))
        .orElse(this);
  }

  /** Returns the fields of unknown kinds: those that select pods. */
  public static ReadFields ofUnknownKind() {
    return new ReadFields(NAMES, false, true);
  }

  /**
   * Whether a kind is unknown, so that the fields of its objects decide whether it affects
   * connections.
   */
  public static boolean isUnknown(String apiVersion, String kind) {
    return Kinds.of(apiVersion, kind) instanceof Kinds.Kind.Unknown;
  }

  /** Whether objects of an unknown kind affect connections if they have this field at any depth. */
  public static boolean countsInUnknownKind(String field) {
    return UnknownKind.isSelector(field);
  }

  /** Returns the fields of a kind; empty if the kind does not affect connections. */
  public static Optional<ReadFields> of(String apiVersion, String kind) {
    if (PoolShapes.isPool(apiVersion, kind)) {
      // A cluster shows the addresses of the pods themselves.
      return Optional.empty();
    }
    return switch (Kinds.of(apiVersion, kind)) {
      case Kinds.Kind.Read(var type, Shape shape) ->
          Optional.of(new ReadFields(shape, true, false));
      case Kinds.Kind.Decides(FieldCondition condition, var note) ->
          Optional.of(new ReadFields(condition.always() ? NAMES : NAMES_AND_SPEC, false, false));
      case Kinds.Kind.Admits(FieldCondition condition) ->
          Optional.of(new ReadFields(condition.always() ? NAMES : NAMES_AND_SPEC, false, false));
      // A cluster shows the pods themselves.
      case Kinds.Kind.Runs runs -> Optional.empty();
      case Kinds.Kind.Makes makes -> Optional.empty();
      case Kinds.Kind.Skipped() -> Optional.empty();
      case Kinds.Kind.Unknown() -> Optional.empty();
    };
  }

  /** Whether objects of a known kind affect connections or create pods. */
  public static boolean counts(String apiVersion, String kind) {
    return switch (Kinds.of(apiVersion, kind)) {
      case Kinds.Kind.Read read -> true;
      case Kinds.Kind.Decides decides -> true;
      case Kinds.Kind.Runs runs -> true;
      case Kinds.Kind.Makes makes -> true;
      case Kinds.Kind.Admits admits -> true;
      case Kinds.Kind.Skipped() -> false;
      case Kinds.Kind.Unknown() -> false;
    };
  }

  /** Whether objects of the kind are always skipped. */
  public static boolean isSkipped(String apiVersion, String kind) {
    return Kinds.of(apiVersion, kind) instanceof Kinds.Kind.Skipped;
  }

  /** Whether objects of the kind are read; otherwise they are unmodelled policies. */
  public boolean modelled() {
    return modelled;
  }

  /**
   * Returns the fields of {@code object} that are read, in their order.
   *
   * @param object names with maps, lists, strings, numbers, Booleans or null
   */
  public Map<String, @Nullable Object> of(Map<?, ?> object) {
    if (shape instanceof Shape.Struct struct) {
      Map<String, @Nullable Object> kept = fields(object, struct);
      if (selectors && UnknownKind.selectorsOf(object).orElse(Map.of()) instanceof Map<?, ?> more) {
        more.forEach((name, value) -> kept.putIfAbsent(String.valueOf(name), value));
      }
      return kept;
    }
    throw new IllegalStateException("an object must be a mapping");
  }

  private static @Nullable Object cut(@Nullable Object value, Shape shape) {
    if (value instanceof Map<?, ?> map && shape instanceof Shape.Struct struct) {
      return fields(map, struct);
    }
    if (value instanceof Map<?, ?> map && shape instanceof Shape.Texts) {
      Map<Object, @Nullable Object> rest = new LinkedHashMap<>(map);
      rest.remove(LAST_APPLIED);
      return rest;
    }
    if (value instanceof List<?> list && shape instanceof Shape.ListOf(Shape item, var nulls)) {
      List<@Nullable Object> items = new ArrayList<>();
      for (@Nullable Object each : list) {
        items.add(cut(each, item));
      }
      return items;
    }
    return value;
  }

  private static boolean isUnread(Shape shape) {
    return shape instanceof Shape.Ignored
        || shape instanceof Shape.Checked
        || shape instanceof Shape.Known;
  }

  private static Map<String, @Nullable Object> fields(Map<?, ?> map, Shape.Struct struct) {
    Map<String, @Nullable Object> kept = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          Optional<Shape> shape = Optional.ofNullable(struct.fields().get(name));
          if (shape.isPresent() && !isUnread(shape.get())) {
            kept.put(name, cut(value, shape.get()));
          } else if (shape.isEmpty() && struct.closed()) {
            kept.put(name, value);
          }
        });
    return kept;
  }
}
