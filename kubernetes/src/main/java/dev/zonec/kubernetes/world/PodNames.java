package dev.zonec.kubernetes.world;

import dev.zonec.model.label.Selector;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of the pods of a workload, as far as they are known.
 *
 * @param given names of pods that the manifests show
 * @param labels the labels of each of its pods and templates
 * @param replicas names that a controller gives by number
 */
public record PodNames(Set<String> given, List<Map<String, String>> labels, Replicas replicas) {
  /** No name at all. */
  public static final PodNames NONE = new PodNames(Set.of(), List.of(), Replicas.NONE);

  /** Copies the set. */
  public PodNames {
    given = Set.copyOf(given);
    labels = List.copyOf(labels);
  }

  /** Whether a pod of the workload is called so. */
  public boolean contains(String name) {
    return given.contains(name) || replicas.contains(name);
  }

  /** Whether some of its pods have labels that {@code selector} asks for. */
  boolean have(Selector selector) {
    return labels.stream().anyMatch(selector::matches);
  }

  /**
   * The replicas of a StatefulSet.
   *
   * @param prefix what their names begin with; the number follows
   * @param numbers the numbers that the whole set has
   * @param others those of them that other workloads have
   */
  public record Replicas(String prefix, Ordinals numbers, Set<Integer> others) {
    /** No replica that is known by its number. */
    public static final Replicas NONE = new Replicas("", new Ordinals(0, 0), Set.of());

    /** Copies the set. */
    public Replicas {
      others = Set.copyOf(others);
    }

    int count() {
      return numbers.count() - others.size();
    }

    /** The name of the first of them. */
    String only() {
      return numbers.firstBut(others).stream().mapToObj(n -> prefix + n).findFirst().orElse(prefix);
    }

    boolean contains(String name) {
      if (numbers.count() == 0 || !name.startsWith(prefix)) {
        return false;
      }
      return numbers.parse(name.substring(prefix.length())).stream()
          .anyMatch(number -> !others.contains(number));
    }
  }
}
