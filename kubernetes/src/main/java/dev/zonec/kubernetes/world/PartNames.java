package dev.zonec.kubernetes.world;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Names the parts into which the pods of an owner are divided. A single pod has its own name.
 * Several pods are named by their owner and the labels that only they have, such as {@code
 * web[version=2]}. The rest of a template is named {@code web[others]}.
 */
final class PartNames {
  private final ObjectName owner;
  private final boolean whole;
  private final Set<String> telling;

  /**
   * @param owner the owner of all pods
   * @param parts the pods, grouped by signature
   */
  PartNames(ObjectName owner, Collection<List<Instance>> parts, SelectorLabels asked) {
    this.owner = owner;
    this.whole = parts.size() == 1;
    Set<String> keys = new TreeSet<>();
    parts.forEach(part -> part.forEach(each -> keys.addAll(each.labels().keySet())));
    this.telling =
        asked.keysAmong(keys).stream()
            .filter(
                key ->
                    parts.stream()
                            .flatMap(List::stream)
                            .map(each -> each.labels().getOrDefault(key, ""))
                            .distinct()
                            .count()
                        > 1)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  ObjectName of(List<Instance> alike) {
    if (whole) {
      return owner;
    }
    Set<String> parts = alike.stream().map(Instance::part).collect(Collectors.toSet());
    parts.remove("");
    if (!parts.isEmpty()) {
      return named(String.join(",", new TreeSet<>(parts)));
    }
    if (alike.stream().anyMatch(each -> each.self().equals(owner))) {
      return alike.stream()
          .map(Instance::replicas)
          .filter(some -> some.count() == 1 && !some.others().isEmpty())
          .map(some -> new ObjectName("Pod", owner.namespace(), some.only()))
          .findFirst()
          .orElseGet(() -> named("others"));
    }
    String labels = common(alike);
    long selves = alike.stream().map(Instance::self).distinct().count();
    return selves == 1 || labels.isEmpty() ? first(alike) : named(labels);
  }

  private static ObjectName first(List<Instance> alike) {
    return alike.stream()
        .map(Instance::self)
        .min(
            Comparator.comparing((ObjectName self) -> !self.kind().equals("Pod"))
                .thenComparing(ObjectName::name))
        .orElseThrow();
  }

  /** Returns a name with {@code number}, if {@link #of} gives the same name to several parts. */
  ObjectName numbered(List<Instance> alike, int number) {
    ObjectName first = first(alike);
    return first.equals(owner) ? named(Integer.toString(number)) : first;
  }

  private ObjectName named(String part) {
    return new ObjectName(owner.kind(), owner.namespace(), owner.name() + "[" + part + "]");
  }

  /**
   * Returns the labels that selectors use, that all of these pods have, and that distinguish them
   * from the others.
   */
  private String common(List<Instance> alike) {
    TreeMap<String, String> common = new TreeMap<>(alike.getFirst().labels());
    common.keySet().retainAll(telling);
    common
        .entrySet()
        .removeIf(
            label -> alike.stream().anyMatch(each -> !each.labels().entrySet().contains(label)));
    return common.entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(","));
  }
}
