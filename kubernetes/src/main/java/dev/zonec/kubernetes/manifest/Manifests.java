package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Diagnostic;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What texts hold.
 *
 * @param objects the objects of the kinds that zonec reads, in the order of the texts
 * @param unreadable what could not be read, each with its file; nothing of it is in {@code objects}
 * @param skippedKinds the kinds that have no say in what connects, and how often each is there
 * @param unmodelled the objects that have a say in what connects and are not modelled
 * @param podMakers the objects that make pods that no manifest shows
 * @param admitting the objects that let callers from outside in and are not read
 * @param guessed the objects of unknown kinds that are taken for workloads, for they hold a
 *     template of pods
 * @param notObjects how many documents are no Kubernetes objects
 * @param withoutObjects the names of the texts that hold no object
 */
public record Manifests(
    List<ManifestObject> objects,
    List<Diagnostic> unreadable,
    SortedMap<String, Integer> skippedKinds,
    List<UnmodelledPolicy> unmodelled,
    List<ForeignObject> podMakers,
    List<ForeignObject> admitting,
    List<ForeignObject> guessed,
    int notObjects,
    Set<String> withoutObjects) {
  /** Copies the collections. */
  public Manifests {
    objects = List.copyOf(objects);
    unreadable = List.copyOf(unreadable);
    skippedKinds = Collections.unmodifiableSortedMap(new TreeMap<>(skippedKinds));
    unmodelled = List.copyOf(unmodelled);
    podMakers = List.copyOf(podMakers);
    admitting = List.copyOf(admitting);
    guessed = List.copyOf(guessed);
    withoutObjects = Set.copyOf(withoutObjects);
  }

  /** These and {@code others}. */
  public Manifests and(Manifests others) {
    SortedMap<String, Integer> allSkipped = new TreeMap<>(skippedKinds);
    others.skippedKinds.forEach((kind, count) -> allSkipped.merge(kind, count, Integer::sum));
    Set<String> allWithout = new HashSet<>(withoutObjects);
    allWithout.addAll(others.withoutObjects);
    return new Manifests(
        joined(objects, others.objects),
        joined(unreadable, others.unreadable),
        allSkipped,
        joined(unmodelled, others.unmodelled),
        joined(podMakers, others.podMakers),
        joined(admitting, others.admitting),
        joined(guessed, others.guessed),
        notObjects + others.notObjects,
        allWithout);
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** The kinds of {@link #objects}, and how often each is there. */
  public SortedMap<String, Integer> readKinds() {
    SortedMap<String, Integer> kinds = new TreeMap<>();
    objects.forEach(each -> kinds.merge(each.object().getKind(), 1, Integer::sum));
    return kinds;
  }
}
