package dev.zonec.kubernetes.world;

import dev.zonec.model.label.Selector;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The known names of a workload's pods.
 *
 * @param given the pods that manifests show, with their labels, by name
 * @param nodes the node of each of these pods that has a known node
 * @param labels the labels of each pod and template
 * @param replicas the names that a controller gives by number
 */
public record PodNames(
    SortedMap<String, Map<String, String>> given,
    Map<String, String> nodes,
    List<Map<String, String>> labels,
    Replicas replicas) {
  /** No names. */
  public static final PodNames NONE =
      new PodNames(new TreeMap<>(), Map.of(), List.of(), Replicas.NONE);

  /** Copies the collections. */
  public PodNames {
    given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
    nodes = Map.copyOf(nodes);
    labels = List.copyOf(labels);
  }

  /** Whether a pod of the workload has this name. */
  public boolean contains(String name) {
    return given.containsKey(name) || replicas.contains(name);
  }

  /** Whether the labels of some pod match {@code selector}. */
  boolean have(Selector selector) {
    return labels.stream().anyMatch(selector::matches);
  }

  /**
   * The replicas of a StatefulSet.
   *
   * @param prefix the prefix of their names, which the number follows
   * @param numbers the numbers of the whole StatefulSet
   * @param others the numbers that belong to other workloads
   */
  public record Replicas(String prefix, Ordinals numbers, Set<Integer> others) {
    /** The greatest number of replicas that are listed. */
    static final int MOST = 1000;

    /** No replicas. */
    public static final Replicas NONE = new Replicas("", Ordinals.NONE, Set.of());

    /** Copies the set. */
    public Replicas {
      others = Set.copyOf(others);
    }

    /** Returns the names of the first replicas, at most {@link #MOST}. */
    public List<String> names() {
      return IntStream.range(numbers.first(), numbers.first() + numbers.count())
          .filter(number -> !others.contains(number))
          .limit(MOST)
          .mapToObj(number -> prefix + number)
          .toList();
    }

    int count() {
      return numbers.count() - others.size();
    }

    /** Returns the name of the first replica. */
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
