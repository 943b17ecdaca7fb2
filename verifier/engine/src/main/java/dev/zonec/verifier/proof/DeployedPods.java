package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.DeclaredPod;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The pods of the declared workloads, which are the only pods of a closed world. Pods on the host
 * network count as their nodes.
 *
 * @param workloads the workloads
 * @param boxes the pods as boxes
 */
record DeployedPods(List<Workload> workloads, List<Box> boxes) {
  /** Copies the lists. */
  DeployedPods {
    workloads = List.copyOf(workloads);
    boxes = List.copyOf(boxes);
  }

  /** Returns the pods of {@code workloads}. */
  static DeployedPods of(List<Workload> workloads, BoxSpace space) {
    List<Workload> pods = workloads.stream().filter(w -> !w.pod().hostNetwork()).toList();
    Set<Box> boxes = new LinkedHashSet<>();
    pods.forEach(
        workload ->
            space
                .allPods()
                .flatMap(all -> space.and(all, box(workload, all, space.vocabulary())))
                .ifPresent(boxes::add));
    return new DeployedPods(pods, List.copyOf(boxes));
  }

  private static Box box(Workload workload, Box.Pods all, Vocabulary vocabulary) {
    DeclaredPod declared = DeclaredPod.of(workload.pod(), vocabulary);
    return new Box.Pods(
        Bits.of(declared.namespace()),
        all.namespaceLabels(),
        declared.labels(),
        atoms(declared, Family.IPV4, all, vocabulary),
        atoms(declared, Family.IPV6, all, vocabulary));
  }

  private static Bits atoms(
      DeclaredPod declared, Family family, Box.Pods all, Vocabulary vocabulary) {
    Bits known = declared.atoms(family);
    return known.isEmpty() || !vocabulary.podsHave(family) ? all.atoms(family) : known;
  }

  /**
   * Returns the workloads of {@code world} with the port names that count: if {@code may} settles
   * whether those of sidecars do, they are like others, or absent.
   */
  static List<Workload> workloads(World world, Reading may) {
    if (!may.settled().containsKey(Knob.SIDECAR_NAMED_PORTS)) {
      return world.workloads();
    }
    boolean sidecars = may.isPermissive(Knob.SIDECAR_NAMED_PORTS);
    return world.workloads().stream().map(workload -> settled(workload, sidecars)).toList();
  }

  private static Workload settled(Workload workload, boolean sidecars) {
    Endpoint.Pod pod = workload.pod();
    List<NamedPort> ports = new ArrayList<>();
    for (NamedPort port : pod.namedPorts()) {
      if (sidecars || !port.sidecar()) {
        ports.add(new NamedPort(port.name(), port.protocol(), port.port(), false));
      }
    }
    return workload.withPod(pod.withNamedPorts(ports));
  }

  /** Returns the ends of {@code all} that exist: addresses, and pods of the workloads. */
  List<Box> in(List<Box> all, BoxSpace space) {
    List<Box> left = new ArrayList<>();
    for (Box box : all) {
      switch (box) {
        case Box.Everything everything -> {
          left.addAll(space.allAddresses());
          left.addAll(boxes);
        }
        case Box.Pods pods -> left.addAll(space.and(List.of(box), boxes));
        case Box.Addresses addresses -> left.add(box);
      }
    }
    return left;
  }

  /** Whether {@code endpoint} is no pod, or one of the workloads has such pods. */
  boolean exists(Endpoint endpoint) {
    return !(endpoint instanceof Endpoint.Pod pod)
        || workloads.stream()
            .anyMatch(
                workload ->
                    workload.namespace().equals(pod.namespace().name())
                        && workload.pod().labels().equals(pod.labels()));
  }
}
