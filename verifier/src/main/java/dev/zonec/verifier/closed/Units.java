package dev.zonec.verifier.closed;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.verifier.quotient.AddressAtoms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ends as units, each different one once. */
final class Units {
  private final List<Unit> units = new ArrayList<>();
  private final Map<Unit, Integer> numbers = new HashMap<>();
  private final List<Ints> byNamespace = new ArrayList<>();
  private final List<Ints> byLabels = new ArrayList<>();
  private final int[] ofEndpoint;

  /** How ends are looked at. */
  record Sight(
      LabelSignatures labels,
      NamespaceIndex namespaces,
      NamedPorts names,
      Map<Family, AddressAtoms> atoms,
      boolean nodes,
      boolean addresses,
      Distinctions distinctions) {}

  Units(List<Endpoint> endpoints, Sight sight) {
    ofEndpoint = new int[endpoints.size()];
    for (int i = 0; i < ofEndpoint.length; i++) {
      Unit unit = unit(endpoints.get(i), sight);
      ofEndpoint[i] = numbers.computeIfAbsent(unit, this::add);
    }
  }

  private int add(Unit unit) {
    int number = units.size();
    units.add(unit);
    if (unit.isPod()) {
      listed(byNamespace, unit.namespace()).add(number);
      listed(byLabels, unit.labels()).add(number);
    }
    return number;
  }

  private static Ints listed(List<Ints> lists, int index) {
    while (lists.size() <= index) {
      lists.add(new Ints());
    }
    return lists.get(index);
  }

  private static Unit unit(Endpoint endpoint, Sight sight) {
    BitSet set = new BitSet();
    for (int i = 0; i < sight.distinctions().ends().size(); i++) {
      set.set(i, sight.distinctions().ends().get(i).test(endpoint));
    }
    return switch (endpoint) {
      case Endpoint.Pod pod ->
          new Unit(
              Unit.Kind.POD,
              sight.namespaces().of(pod.namespace()),
              sight.labels().of(pod.labels()),
              sight.names().relevant(pod.namedPorts()),
              pod.hostNetwork(),
              sight.nodes() ? pod.node() : "",
              atoms(pod.addresses(), Family.IPV4, sight),
              atoms(pod.addresses(), Family.IPV6, sight),
              set);
      case Endpoint.Node node ->
          new Unit(
              Unit.Kind.NODE,
              -1,
              -1,
              List.of(),
              false,
              node.name(),
              atoms(node.addresses(), Family.IPV4, sight),
              atoms(node.addresses(), Family.IPV6, sight),
              set);
      case Endpoint.External(IpAddress address) ->
          new Unit(
              Unit.Kind.ADDRESS,
              -1,
              -1,
              List.of(),
              false,
              "",
              addressAtoms(address, Family.IPV4, sight),
              addressAtoms(address, Family.IPV6, sight),
              set);
    };
  }

  private static List<Integer> atoms(List<IpAddress> addresses, Family family, Sight sight) {
    return sight.addresses() && !addresses.isEmpty()
        ? addresses.stream()
            .filter(address -> address.family() == family)
            .map(address -> atomsOf(family, sight).indexOf(address.value()))
            .distinct()
            .sorted()
            .toList()
        : List.of();
  }

  private static List<Integer> addressAtoms(IpAddress address, Family family, Sight sight) {
    return address.family() == family
        ? List.of(atomsOf(family, sight).indexOf(address.value()))
        : List.of();
  }

  private static AddressAtoms atomsOf(Family family, Sight sight) {
    return sight.atoms().getOrDefault(family, new AddressAtoms(family, List.of()));
  }

  int size() {
    return units.size();
  }

  Unit get(int unit) {
    return units.get(unit);
  }

  int ofEndpoint(int endpoint) {
    return ofEndpoint[endpoint];
  }

  /** The pods in {@code namespace}. */
  Ints inNamespace(int namespace) {
    return namespace < byNamespace.size() ? byNamespace.get(namespace) : Ints.NONE;
  }

  /** The pods with label signature {@code labels}. */
  Ints withLabels(int labels) {
    return labels < byLabels.size() ? byLabels.get(labels) : Ints.NONE;
  }
}
