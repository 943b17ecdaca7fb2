package dev.zonec.importer.set;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A conjunction of conditions on a pod's labels and on those of its namespace, as a set of all pods
 * that could exist. Cubes are equal if and only if they contain the same pods. A cube is never
 * empty.
 */
public final class PodCube {
  /** Every pod. */
  public static final PodCube EVERYTHING = new PodCube(new TreeMap<>(), new TreeMap<>());

  private final SortedMap<String, LabelValues> namespace;
  private final SortedMap<String, LabelValues> pod;

  private PodCube(SortedMap<String, LabelValues> namespace, SortedMap<String, LabelValues> pod) {
    this.namespace = Collections.unmodifiableSortedMap(namespace);
    this.pod = Collections.unmodifiableSortedMap(pod);
  }

  /**
   * Returns the pods that match {@code pods} in the namespaces that match {@code namespaces}; empty
   * if no pod can.
   */
  public static Optional<PodCube> of(Selector namespaces, Selector pods) {
    Optional<PodCube> cube = Optional.of(EVERYTHING);
    for (Requirement requirement : namespaces.requirements()) {
      cube = cube.flatMap(c -> c.with(true, requirement.key(), LabelValues.of(requirement)));
    }
    for (Requirement requirement : pods.requirements()) {
      cube = cube.flatMap(c -> c.with(false, requirement.key(), LabelValues.of(requirement)));
    }
    return cube;
  }

  /** Does the same for one namespace. */
  public static Optional<PodCube> inNamespace(String name, Selector pods) {
    SortedSet<String> names = new TreeSet<>(List.of(name));
    return of(new Selector(List.of(new Requirement.In(Namespace.NAME_LABEL, names))), pods);
  }

  private static LabelValues all(boolean ofNamespace, String key) {
    return ofNamespace && key.equals(Namespace.NAME_LABEL)
        ? new LabelValues(false, true, new TreeSet<>())
        : LabelValues.ALL;
  }

  private LabelValues values(boolean ofNamespace, String key) {
    return (ofNamespace ? namespace : pod).getOrDefault(key, all(ofNamespace, key));
  }

  private Optional<PodCube> with(boolean ofNamespace, String key, LabelValues more) {
    LabelValues both = values(ofNamespace, key).and(more);
    if (both.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, LabelValues> changed = new TreeMap<>(ofNamespace ? namespace : pod);
    if (both.equals(all(ofNamespace, key))) {
      changed.remove(key);
    } else {
      changed.put(key, both);
    }
    return Optional.of(ofNamespace ? new PodCube(changed, pod) : new PodCube(namespace, changed));
  }

  /** Returns the intersection; empty if no pod is in both. */
  public Optional<PodCube> and(PodCube other) {
    Optional<PodCube> both = Optional.of(this);
    for (Map.Entry<String, LabelValues> each : other.namespace.entrySet()) {
      both = both.flatMap(cube -> cube.with(true, each.getKey(), each.getValue()));
    }
    for (Map.Entry<String, LabelValues> each : other.pod.entrySet()) {
      both = both.flatMap(cube -> cube.with(false, each.getKey(), each.getValue()));
    }
    return both;
  }

  /**
   * Returns the same pods in a cluster with the namespaces {@code declared}. A cube for one of
   * these namespaces does not have to require its labels; the result is empty if the namespace does
   * not have them.
   */
  public Optional<PodCube> among(List<Namespace> declared) {
    Optional<Namespace> only =
        Optional.ofNullable(namespace.get(Namespace.NAME_LABEL))
            .filter(names -> !names.absent() && !names.others() && names.values().size() == 1)
            .map(names -> names.values().first())
            .flatMap(name -> declared.stream().filter(n -> n.name().equals(name)).findFirst());
    if (only.isEmpty()) {
      return Optional.of(this);
    }
    if (!namespaces().matches(only.get().labels())) {
      return Optional.empty();
    }
    SortedMap<String, LabelValues> name = new TreeMap<>(namespace);
    name.keySet().retainAll(List.of(Namespace.NAME_LABEL));
    return Optional.of(new PodCube(name, pod));
  }

  /** Whether the cube contains every pod of {@code other}. */
  public boolean contains(PodCube other) {
    return namespace.entrySet().stream()
            .allMatch(e -> e.getValue().contains(other.values(true, e.getKey())))
        && pod.entrySet().stream()
            .allMatch(e -> e.getValue().contains(other.values(false, e.getKey())));
  }

  /** Whether the cube contains {@code other}. */
  public boolean contains(Endpoint.Pod other) {
    return namespaces().matches(other.namespace().labels()) && pods().matches(other.labels());
  }

  /**
   * Whether every pod of the cube is in one of {@code others}. Each of them may divide what is left
   * into many pieces.
   *
   * @param onStep runs before each piece is divided; it may throw to end the work
   */
  public boolean isCoveredBy(List<PodCube> others, Runnable onStep) {
    List<PodCube> left = List.of(this);
    for (PodCube other : others) {
      List<PodCube> next = new ArrayList<>();
      left.forEach(
          cube -> {
            onStep.run();
            next.addAll(cube.minus(other));
          });
      left = next;
    }
    return left.isEmpty();
  }

  /** Returns the pods of this cube that are not in {@code hole}, as disjoint cubes. */
  private List<PodCube> minus(PodCube hole) {
    List<PodCube> out = new ArrayList<>();
    Optional<PodCube> rest = Optional.of(this);
    for (boolean ofNamespace : new boolean[] {true, false}) {
      for (Map.Entry<String, LabelValues> each :
          (ofNamespace ? hole.namespace : hole.pod).entrySet()) {
        String key = each.getKey();
        rest.flatMap(cube -> cube.with(ofNamespace, key, each.getValue().complement()))
            .ifPresent(out::add);
        rest = rest.flatMap(cube -> cube.with(ofNamespace, key, each.getValue()));
      }
    }
    return out;
  }

  /** Returns the conditions on the namespace. */
  public Selector namespaces() {
    return selector(namespace);
  }

  /** Returns the conditions on the pod. */
  public Selector pods() {
    return selector(pod);
  }

  /** Returns the conditions that {@code around}, a cube that contains this one, does not imply. */
  public PodCube beyond(PodCube around) {
    SortedMap<String, LabelValues> namespaceLeft = new TreeMap<>(namespace);
    namespaceLeft.entrySet().removeIf(e -> e.getValue().equals(around.namespace.get(e.getKey())));
    SortedMap<String, LabelValues> podLeft = new TreeMap<>(pod);
    podLeft.entrySet().removeIf(e -> e.getValue().equals(around.pod.get(e.getKey())));
    return new PodCube(namespaceLeft, podLeft);
  }

  /** Returns the number of labels that have a condition. */
  public int size() {
    return namespace.size() + pod.size();
  }

  private static Selector selector(SortedMap<String, LabelValues> labels) {
    List<Requirement> all = new ArrayList<>();
    labels.forEach((key, values) -> all.addAll(values.requirements(key)));
    return new Selector(all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PodCube cube
        && namespace.equals(cube.namespace)
        && pod.equals(cube.pod);
  }

  @Override
  public int hashCode() {
    return 31 * namespace.hashCode() + pod.hashCode();
  }

  @Override
  public String toString() {
    return "pods(" + pod + ") in " + namespace;
  }
}
