package dev.zonec.kubernetes.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.zonec.kubernetes.manifest.cluster.ClusterPolicyObject;
import dev.zonec.kubernetes.manifest.object.Objects;
import dev.zonec.kubernetes.manifest.object.PodFields;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Objects are those that Jackson creates from the same values, for every kind that is read. */
final class ModelObjectsTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** A kind, as parameter of a test. */
  record Read(String apiVersion, String kind, Kinds.Kind.Read how) {
    @Override
    public String toString() {
      return apiVersion + " " + kind;
    }

    Object object(Map<String, Object> values) {
      return comparable(Objects.of(how.type(), values));
    }

    Object objectOfJackson(Map<String, Object> values) {
      return comparable(MAPPER.convertValue(values, how.type()));
    }

    /** Our own class has no equality. */
    private static Object comparable(HasMetadata object) {
      return object instanceof ClusterPolicyObject policy
          ? Arrays.asList(
              policy.getApiVersion(), policy.getKind(), policy.getMetadata(), policy.getSpec())
          : object;
    }
  }

  static Stream<Read> kinds() {
    return Stream.concat(
            Kinds.builtin().stream().map(each -> List.of(each.apiVersion(), each.kind())),
            Stream.concat(
                Kinds.policies().stream().map(each -> List.of(each.apiVersion(), each.kind())),
                Stream.of(
                    List.of("networking.k8s.io/v1", "Ingress"),
                    List.of("gateway.networking.k8s.io/v1", "HTTPRoute"),
                    List.of("route.openshift.io/v1", "Route"),
                    List.of("discovery.k8s.io/v1", "EndpointSlice"),
                    List.of("crd.projectcalico.org/v1", "IPPool"),
                    List.of("networking.k8s.io/v1", "ServiceCIDR"))))
        .map(
            each ->
                new Read(
                    each.get(0),
                    each.get(1),
                    (Kinds.Kind.Read) Kinds.of(each.get(0), each.get(1))));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void objectsAreThoseOfJackson(Read kind) {
    for (int seed = 0; seed < 200; seed++) {
      Map<String, Object> values = values(kind, new Random(seed), seed % 10 == 0 ? 0 : 3);
      assertEquals(kind.objectOfJackson(values), kind.object(values));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyFieldOfTheShapeIsRead(Read kind) {
    Map<String, Object> complete = values(kind, new Random(1), 0);
    Object expected = kind.object(complete);
    for (List<Object> path : paths(complete)) {
      if (path.equals(List.of("apiVersion")) || path.equals(List.of("kind"))) {
        continue;
      }
      Object without = kind.object(mapWithout(complete, path));
      assertNotEquals(expected, without, () -> "nothing depends on " + path);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void templatesAreThoseOfJackson(int seed) {
    Object values = value(WorkloadShapes.TEMPLATE, new Random(seed), 3);
    assertEquals(
        MAPPER.convertValue(values, PodTemplateSpec.class), PodFields.template((Map<?, ?>) values));
  }

  static Stream<Integer> seeds() {
    return Stream.iterate(0, seed -> seed + 1).limit(200);
  }

  private static Map<String, Object> values(Read kind, Random random, int absent) {
    Map<String, Object> values = new LinkedHashMap<>();
    ((Map<?, ?>) value(kind.how().shape(), random, absent))
        .forEach((name, value) -> values.put(String.valueOf(name), value));
    values.put("apiVersion", kind.apiVersion());
    values.put("kind", kind.kind());
    return values;
  }

  /**
   * Returns a value of {@code shape}.
   *
   * @param absent a field is absent in one of so many cases; never if this is 0
   */
  private static Object value(Shape shape, Random random, int absent) {
    return switch (shape) {
      case Shape.Text() -> "text" + random.nextInt(5);
      case Shape.Whole() -> random.nextInt(1, 70000);
      case Shape.LongWhole() -> random.nextLong();
      case Shape.Moment() -> "2026-01-31T12:00:00Z";
      case Shape.WholeOrText() -> random.nextBoolean() ? "http" : (Object) random.nextInt(1, 70000);
      case Shape.Flag() -> absent == 0 || random.nextBoolean();
      case Shape.Checked checked -> value(checked.inner(), random, absent);
      case Shape.ListOf list -> {
        List<Object> items = new ArrayList<>();
        int size = absent == 0 ? 1 : random.nextInt(3);
        for (int i = 0; i < size; i++) {
          items.add(value(list.item(), random, absent));
        }
        yield items;
      }
      case Shape.Texts texts ->
          absent != 0 && random.nextInt(absent) == 0 ? Map.of() : Map.of("app", "web");
      case Shape.Struct struct -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        new TreeMap<>(struct.fields())
            .forEach(
                (name, field) -> {
                  if (isRead(field) && (absent == 0 || random.nextInt(absent) != 0)) {
                    fields.put(name, value(field, random, absent));
                  }
                });
        yield fields;
      }
      case Shape.Ignored ignored -> throw new AssertionError();
      case Shape.Known known -> throw new AssertionError();
    };
  }

  /** Whether the reader keeps a field of {@code shape}. */
  private static boolean isRead(Shape shape) {
    return !(shape instanceof Shape.Ignored
        || shape instanceof Shape.Known
        || shape instanceof Shape.Checked(Shape inner, boolean kept) && !kept);
  }

  private static List<List<Object>> paths(Object value) {
    List<List<Object>> paths = new ArrayList<>();
    switch (value) {
      case Map<?, ?> map ->
          map.forEach(
              (name, inner) -> {
                paths.add(List.of(name));
                paths(inner).forEach(rest -> paths.add(joined(name, rest)));
              });
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          int index = i;
          paths(list.get(i)).forEach(rest -> paths.add(joined(index, rest)));
        }
      }
      default -> {}
    }
    return paths;
  }

  private static List<Object> joined(Object step, List<Object> rest) {
    List<Object> path = new ArrayList<>(List.of(step));
    path.addAll(rest);
    return path;
  }

  private static Map<String, Object> mapWithout(Map<?, ?> value, List<Object> path) {
    Map<String, Object> copy = new LinkedHashMap<>();
    value.forEach(
        (name, inner) -> {
          if (!name.equals(path.getFirst())) {
            copy.put(String.valueOf(name), inner);
          } else if (path.size() > 1) {
            copy.put(String.valueOf(name), without(inner, path.subList(1, path.size())));
          }
        });
    return copy;
  }

  private static Object without(Object value, List<Object> path) {
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list);
      int index = (Integer) path.getFirst();
      copy.set(index, without(list.get(index), path.subList(1, path.size())));
      return copy;
    }
    return mapWithout((Map<?, ?>) value, path);
  }
}
