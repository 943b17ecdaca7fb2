package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.DeclaredPod;
import dev.zonec.verifier.quotient.LabelSets;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxPath;
import dev.zonec.verifier.reach.PortBox;
import dev.zonec.verifier.reach.Step;
import dev.zonec.verifier.smt.EndpointValues;
import dev.zonec.verifier.smt.Witness;
import dev.zonec.verifier.smt.WitnessDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses a pod or address for every end of a path, and prefers declared workloads. */
final class PathWitnesses {
  private final Vocabulary vocabulary;
  private final List<Workload> workloads;
  private final boolean onlyDeployed;
  private final Replay replay;

  /**
   * @param onlyDeployed whether pods of {@code workloads} are the only pods that exist
   */
  PathWitnesses(
      Vocabulary vocabulary, List<Workload> workloads, boolean onlyDeployed, Replay replay) {
    this.vocabulary = vocabulary;
    this.workloads = workloads;
    this.onlyDeployed = onlyDeployed;
    this.replay = replay;
  }

  /** A pod or address, and the port on which the path arrives there. */
  private record Arrival(Witness witness, Transport transport) {}

  /**
   * Returns the path with a pod or address for each end; every hop is evaluated by the concrete
   * semantics. The result is empty if the boxes need two different labels of one namespace, or a
   * pod that does not exist.
   */
  Optional<List<Hop>> choose(BoxPath path) {
    Map<Integer, List<Integer>> chosenLabels = new HashMap<>();
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < path.ends().size(); i++) {
      // No hop leads to the start, so its port does not matter.
      PortBox portBox =
          i == 0 ? PortBox.ANY.getFirst() : path.steps().get(i - 1).ports().getFirst();
      Optional<Arrival> arrival = arrival(path.ends().get(i), portBox, i, chosenLabels);
      if (arrival.isEmpty()) {
        return Optional.empty();
      }
      arrivals.add(arrival.get());
    }
    List<Hop> hops = new ArrayList<>();
    for (int i = 0; i < path.steps().size(); i++) {
      Witness from = arrivals.get(i).witness();
      Arrival to = arrivals.get(i + 1);
      Family family = family(path.steps().get(i), from, to.witness());
      Box worn = path.steps().get(i).worn();
      hops.add(replay.allowed(from, worn, to.witness(), family, to.transport()));
    }
    return Optional.of(hops);
  }

  private Optional<Arrival> arrival(
      List<Box> boxes, PortBox portBox, int index, Map<Integer, List<Integer>> chosenLabels) {
    String name = "pod-" + (index + 1);
    for (Box box : boxes) {
      if (box instanceof Box.Addresses(Family family, Bits atoms)) {
        IpAddress address = vocabulary.atoms(family).representative(atoms);
        Witness outside =
            new WitnessDecoder(vocabulary).decode(address(address), Optional.empty(), name);
        return Optional.of(new Arrival(outside, ArrivalPort.transport(portBox, List.of())));
      }
    }
    for (Box box : boxes) {
      for (Workload workload : workloads) {
        if (box instanceof Box.Pods pods && fits(pods, workload, portBox)) {
          Optional<EndpointValues> values = values(pods, workload, chosenLabels);
          if (values.isPresent()) {
            Witness witness =
                new WitnessDecoder(vocabulary).decode(values.get(), Optional.of(workload), name);
            return Optional.of(
                new Arrival(witness, ArrivalPort.transport(portBox, workload.pod().namedPorts())));
          }
        }
      }
    }
    for (Box box : boxes) {
      if (box instanceof Box.Pods pods && !onlyDeployed) {
        Optional<EndpointValues> values = values(pods, portBox, chosenLabels);
        if (values.isPresent()) {
          Witness witness =
              new WitnessDecoder(vocabulary).decode(values.get(), Optional.empty(), name);
          return Optional.of(new Arrival(witness, ArrivalPort.transport(portBox, List.of())));
        }
      }
    }
    return Optional.empty();
  }

  private boolean fits(Box.Pods box, Workload workload, PortBox portBox) {
    Endpoint.Pod pod = workload.pod();
    if (pod.hostNetwork()
        || !box.namespaces().contains(vocabulary.namespaceIndex(pod.namespace().name()))) {
      return false;
    }
    DeclaredPod declared = DeclaredPod.of(pod, vocabulary);
    if (!box.podLabels().containsAll(declared.labels())) {
      return false;
    }
    for (Family family : Family.values()) {
      Bits known = declared.atoms(family);
      if (!known.isEmpty() && !known.intersects(box.atoms(family))) {
        return false;
      }
    }
    return ArrivalPort.in(portBox, pod.namedPorts()).isPresent();
  }

  private EndpointValues address(IpAddress address) {
    return new EndpointValues(false, 0, List.of(), List.of(), List.of(address), List.of());
  }

  private Optional<EndpointValues> values(
      Box.Pods box, Workload workload, Map<Integer, List<Integer>> chosenLabels) {
    DeclaredPod declared = DeclaredPod.of(workload.pod(), vocabulary);
    return namespaceLabels(box, declared.namespace(), chosenLabels)
        .map(
            namespaceLabels ->
                new EndpointValues(
                    true,
                    declared.namespace(),
                    namespaceLabels,
                    declared.labels().smallest(),
                    addresses(box),
                    List.of()));
  }

  private Optional<EndpointValues> values(
      Box.Pods box, PortBox portBox, Map<Integer, List<Integer>> chosenLabels) {
    List<Integer> labels = box.podLabels().smallest();
    Transport.Ported transport = ArrivalPort.transport(portBox, List.of());
    List<NamedPort> named =
        portBox.names().stream()
            .map(name -> new NamedPort(name, portBox.protocol(), transport.port(), false))
            .toList();
    return box.namespaces().stream()
        .boxed()
        .flatMap(
            namespace ->
                namespaceLabels(box, namespace, chosenLabels).stream()
                    .map(
                        namespaceLabels ->
                            new EndpointValues(
                                true, namespace, namespaceLabels, labels, addresses(box), named)))
        .findFirst();
  }

  /**
   * Returns values for the labels of the namespace. A named namespace has the same labels at every
   * end of the path; the result is empty if the box does not contain them.
   */
  private Optional<List<Integer>> namespaceLabels(
      Box.Pods box, int namespace, Map<Integer, List<Integer>> chosenLabels) {
    Optional<List<Integer>> known = vocabulary.knownLabels(namespace).map(LabelSets::smallest);
    if (known.isPresent()) {
      return known;
    }
    List<Integer> first = box.namespaceLabels().smallest();
    if (!vocabulary.isNamed(namespace)) {
      return Optional.of(first);
    }
    List<Integer> chosen = chosenLabels.computeIfAbsent(namespace, n -> first);
    return box.namespaceLabels().allow(chosen) ? Optional.of(chosen) : Optional.empty();
  }

  private List<IpAddress> addresses(Box.Pods box) {
    List<IpAddress> out = new ArrayList<>();
    for (Family family : Family.values()) {
      if (vocabulary.podsHave(family)) {
        out.add(vocabulary.atoms(family).representative(box.atoms(family)));
      }
    }
    return out;
  }

  private static Family family(Step step, Witness from, Witness to) {
    for (Witness end : List.of(from, to)) {
      if (end.endpoint() instanceof Endpoint.External external) {
        return external.address().family();
      }
    }
    return step.families().contains(Family.IPV4) ? Family.IPV4 : Family.IPV6;
  }
}
