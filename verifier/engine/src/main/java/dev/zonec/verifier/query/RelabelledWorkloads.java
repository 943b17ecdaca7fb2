package dev.zonec.verifier.query;

import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.LabelChanges;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.LabelTrust;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A world with further workloads that stand for declared ones with changed labels.
 *
 * @param world the declared workloads, and after them the further ones
 * @param variants for each declared workload, the numbers of the workloads in {@code world} that
 *     stand for it, itself first
 * @param changes for each workload in {@code world}, the changes of its labels
 * @param complete whether there is a workload for every combination of labels that matters
 */
record RelabelledWorkloads(
    World world, List<List<Integer>> variants, List<LabelChanges> changes, boolean complete) {
  /** The greatest number of further workloads. */
  private static final int MOST = 50_000;

  /** Copies the lists. */
  RelabelledWorkloads {
    variants = List.copyOf(variants);
    changes = List.copyOf(changes);
  }

  /**
   * Adds workloads for the pods in {@code namespaces}.
   *
   * @param trust the labels that can be changed
   */
  static RelabelledWorkloads of(World world, Set<String> namespaces, LabelTrust trust) {
    List<Workload> all = new ArrayList<>(world.workloads());
    List<LabelChanges> changes = new ArrayList<>();
    all.forEach(workload -> changes.add(LabelChanges.NONE));
    List<List<Integer>> variants = new ArrayList<>();
    Map<String, List<Selector>> selectors = new HashMap<>();
    // Pods that differ in their names only share their variants.
    Map<Endpoint.Pod, List<Integer>> alike = new HashMap<>();
    boolean complete = true;
    for (int i = 0; i < world.workloads().size(); i++) {
      Workload workload = world.workloads().get(i);
      Endpoint.Pod pod = workload.pod().named("");
      List<Integer> own = new ArrayList<>(List.of(i));
      if (namespaces.contains(workload.namespace()) && !alike.containsKey(pod)) {
        LabelClasses classes =
            LabelClasses.of(
                pod.labels(),
                selectors.computeIfAbsent(
                    workload.namespace(), name -> selectors(world, pod.namespace())),
                trust);
        complete &= classes.complete();
        int first = all.size();
        for (LabelChanges each : classes.changes().subList(1, classes.changes().size())) {
          if (all.size() - world.workloads().size() == MOST) {
            complete = false;
            break;
          }
          String name = workload.name() + " " + all.size();
          Endpoint.Pod changed = pod.withLabels(each.of(pod.labels())).named(name);
          all.add(new Workload(changed, workload.kind(), name, workload.span()));
          changes.add(each);
        }
        alike.put(pod, IntStream.range(first, all.size()).boxed().toList());
      }
      own.addAll(alike.getOrDefault(pod, List.of()));
      variants.add(List.copyOf(own));
    }
    return new RelabelledWorkloads(world.withWorkloads(all), variants, changes, complete);
  }

  /** Returns the pod selectors of all subjects and peers that can be in {@code namespace}. */
  private static List<Selector> selectors(World world, Namespace namespace) {
    return world.rules().ends().stream()
        .filter(Ends.Pods.class::isInstance)
        .map(Ends.Pods.class::cast)
        .filter(ends -> ends.namespaces().canMatch(namespace))
        .map(Ends.Pods::pods)
        .distinct()
        .toList();
  }

  /** Whether the workload with number {@code end} stands for a declared one with other labels. */
  boolean isVariant(int end) {
    return end >= variants.size() && end < changes.size();
  }

  /** Returns the numbers of the workloads that stand for {@code end}, itself first. */
  List<Integer> of(int end) {
    return end < variants.size() ? variants.get(end) : List.of(end);
  }

  /** Returns the changes of the labels of {@code end}. */
  LabelChanges changesOf(int end) {
    return end < changes.size() ? changes.get(end) : LabelChanges.NONE;
  }
}
