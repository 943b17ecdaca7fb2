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
 * The content of some texts.
 *
 * @param objects the objects that zonec reads, in the order of the texts
 * @param unreadable a problem for each text, document or object that could not be read
 * @param skippedKinds the kinds that do not affect connections, with the number of objects
 * @param unmodelled the objects that can affect connections and are not modelled
 * @param podMakers the objects whose controllers create pods that no manifest shows
 * @param guessed the objects of unknown kinds that are treated as workloads because they contain a
 *     pod template
 * @param access the roles, bindings and service accounts, which are also skipped kinds
 * @param admission the admission policies and their bindings, which are also skipped kinds
 * @param details further skipped objects, which tell about storage and running pods
 * @param notObjects the number of documents that are not Kubernetes objects
 * @param withoutObjects the names of the texts without objects
 */
public record Manifests(
    List<ManifestObject> objects,
    List<Diagnostic> unreadable,
    SortedMap<String, Integer> skippedKinds,
    List<UnmodelledPolicy> unmodelled,
    List<ForeignObject> podMakers,
    List<ForeignObject> admitting,
    List<ForeignObject> guessed,
    List<AccessDocument> access,
    List<AdmissionObject> admission,
    List<DetailDocument> details,
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
    access = List.copyOf(access);
    admission = List.copyOf(admission);
    details = List.copyOf(details);
    withoutObjects = Set.copyOf(withoutObjects);
  }

  /** Returns the union with {@code others}. */
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
        joined(access, others.access),
        joined(admission, others.admission),
        joined(details, others.details),
        notObjects + others.notObjects,
        allWithout);
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** Returns the kinds of {@link #objects}, with the number of objects. */
  public SortedMap<String, Integer> readKinds() {
    SortedMap<String, Integer> kinds = new TreeMap<>();
    objects.forEach(each -> kinds.merge(each.object().getKind(), 1, Integer::sum));
    return kinds;
  }
}
