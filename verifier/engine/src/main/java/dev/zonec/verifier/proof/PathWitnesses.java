package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxPath;
import dev.zonec.verifier.reach.PortBox;
import dev.zonec.verifier.reach.Step;
import dev.zonec.verifier.reach.WellKnownPorts;
import dev.zonec.verifier.smt.EndpointValues;
import dev.zonec.verifier.smt.Witness;
import dev.zonec.verifier.smt.WitnessDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooses an endpoint for every place of a path: a declared workload where one serves. */
final class PathWitnesses {
  private final Vocabulary vocabulary;
  private final List<Workload> workloads;
  private final Replay replay;

  PathWitnesses(Vocabulary vocabulary, List<Workload> workloads, Replay replay) {
    this.vocabulary = vocabulary;
    this.workloads = workloads;
    this.replay = replay;
  }

  /** An endpoint, and the port by which a path arrives there. */
  private record Arrival(Witness witness, Transport transport) {}

  /**
   * The path with endpoints, each hop replayed; none if the boxes suppose two different labels of
   * one namespace.
   */
  Optional<List<Hop>> choose(BoxPath path) {
    Map<Integer, List<Integer>> settledLabels = new HashMap<>();
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < path.ends().size(); i++) {
      // The start arrives nowhere; any port serves.
      PortBox portBox =
          i == 0 ? PortBox.ANY.getFirst() : path.steps().get(i - 1).ports().getFirst();
      Optional<Arrival> arrival = arrival(path.ends().get(i), portBox, i, settledLabels);
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
      hops.add(replay.allowed(from, to.witness(), family, to.transport()));
    }
    return Optional.of(hops);
  }

  private Optional<Arrival> arrival(
      List<Box> place, PortBox portBox, int index, Map<Integer, List<Integer>> settledLabels) {
    String name = "pod-" + (index + 1);
    for (Box box : place) {
      if (box instanceof Box.Addresses(Family family, Bits atoms)) {
        IpAddress address = vocabulary.atoms(family).representative(atoms);
        Witness outside =
            new WitnessDecoder(vocabulary).decode(outside(address), Optional.empty(), name);
        return Optional.of(new Arrival(outside, transport(portBox, List.of())));
      }
    }
    for (Box box : place) {
      for (Workload workload : workloads) {
        if (box instanceof Box.Pods pods && fits(pods, workload, portBox)) {
          Optional<EndpointValues> values = values(pods, workload, settledLabels);
          if (values.isPresent()) {
            Witness witness =
                new WitnessDecoder(vocabulary).decode(values.get(), Optional.of(workload), name);
            return Optional.of(
                new Arrival(witness, transport(portBox, workload.pod().namedPorts())));
          }
        }
      }
    }
    for (Box box : place) {
      if (box instanceof Box.Pods pods) {
        Optional<EndpointValues> values = values(pods, portBox, settledLabels);
        if (values.isPresent()) {
          Witness witness =
              new WitnessDecoder(vocabulary).decode(values.get(), Optional.empty(), name);
          return Optional.of(new Arrival(witness, transport(portBox, List.of())));
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
    for (int key = 0; key < vocabulary.podKeys().size(); key++) {
      if (!box.podLabels().get(key).contains(vocabulary.podKeys().get(key).indexIn(pod.labels()))) {
        return false;
      }
    }
    for (Family family : Family.values()) {
      // Of the addresses of replicas it has one.
      List<IpAddress> known =
          pod.addresses().stream().filter(address -> address.family() == family).toList();
      boolean in =
          known.stream()
              .map(address -> vocabulary.atoms(family).indexOf(address.value()))
              .anyMatch(box.atoms(family)::contains);
      if (!known.isEmpty() && !in) {
        return false;
      }
    }
    return port(portBox, pod.namedPorts()).isPresent();
  }

  /** A port of the portBox, given what names the destination gives which ports. */
  private static OptionalInt port(PortBox portBox, List<NamedPort> ports) {
    IntStream afterNamed = ports.stream().mapToInt(named -> named.port() + 1);
    IntStream named = ports.stream().mapToInt(NamedPort::port);
    // Where the first port has a name that is not wanted, the next after a named one may not.
    return Stream.of(
            IntStream.of(WellKnownPorts.in(portBox.range())),
            IntStream.of(portBox.range().first()),
            afterNamed,
            named)
        .flatMapToInt(each -> each)
        .filter(portBox.range()::contains)
        .filter(port -> isOpen(portBox, port, ports))
        .findFirst();
  }

  /** The names of sidecars count in some implementations: they make no clear example. */
  private static boolean isOpen(PortBox portBox, int port, List<NamedPort> ports) {
    List<NamedPort> here =
        ports.stream()
            .filter(named -> named.port() == port && named.protocol() == portBox.protocol())
            .toList();
    return here.stream().noneMatch(named -> portBox.without().contains(named.name()))
        && portBox.names().stream()
            .allMatch(name -> here.contains(new NamedPort(name, portBox.protocol(), port, false)));
  }

  /** The port by which a path arrives at a pod with these names, or at one made for it. */
  private static Transport.Ported transport(PortBox portBox, List<NamedPort> ports) {
    return new Transport.Ported(
        portBox.protocol(), port(portBox, ports).orElse(WellKnownPorts.in(portBox.range())));
  }

  private EndpointValues outside(IpAddress address) {
    return new EndpointValues(false, 0, List.of(), List.of(), List.of(address), List.of());
  }

  private Optional<EndpointValues> values(
      Box.Pods box, Workload workload, Map<Integer, List<Integer>> settledLabels) {
    Endpoint.Pod pod = workload.pod();
    int namespace = vocabulary.namespaceIndex(pod.namespace().name());
    List<Integer> labels =
        vocabulary.podKeys().stream().map(key -> key.indexIn(pod.labels())).toList();
    return namespaceLabels(box, namespace, settledLabels)
        .map(
            namespaceLabels ->
                new EndpointValues(
                    true, namespace, namespaceLabels, labels, addresses(box), List.of()));
  }

  private Optional<EndpointValues> values(
      Box.Pods box, PortBox portBox, Map<Integer, List<Integer>> settledLabels) {
    List<Integer> labels = box.podLabels().stream().map(Bits::first).toList();
    Transport.Ported transport = transport(portBox, List.of());
    List<NamedPort> named =
        portBox.names().stream()
            .map(name -> new NamedPort(name, portBox.protocol(), transport.port(), false))
            .toList();
    return box.namespaces().stream()
        .boxed()
        .flatMap(
            namespace ->
                namespaceLabels(box, namespace, settledLabels).stream()
                    .map(
                        namespaceLabels ->
                            new EndpointValues(
                                true, namespace, namespaceLabels, labels, addresses(box), named)))
        .findFirst();
  }

  /** One named namespace has the same labels at every place of the path. */
  private Optional<List<Integer>> namespaceLabels(
      Box.Pods box, int namespace, Map<Integer, List<Integer>> settledLabels) {
    if (vocabulary.labelsKnown(namespace)) {
      List<Integer> known = new ArrayList<>();
      for (int key = 0; key < vocabulary.namespaceKeys().size(); key++) {
        known.add(vocabulary.namespaceLabel(namespace, key));
      }
      return Optional.of(known);
    }
    List<Integer> first = box.namespaceLabels().stream().map(Bits::first).toList();
    if (!vocabulary.isNamed(namespace)) {
      return Optional.of(first);
    }
    List<Integer> settled = settledLabels.computeIfAbsent(namespace, n -> first);
    for (int key = 0; key < settled.size(); key++) {
      if (!box.namespaceLabels().get(key).contains(settled.get(key))) {
        return Optional.empty();
      }
    }
    return Optional.of(settled);
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
