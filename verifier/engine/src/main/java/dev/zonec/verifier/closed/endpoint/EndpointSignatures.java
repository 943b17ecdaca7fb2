package dev.zonec.verifier.closed.endpoint;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.verifier.closed.bits.IntList;
import dev.zonec.verifier.closed.port.PortNames;
import dev.zonec.verifier.quotient.AddressAtoms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Interns equivalent endpoints: endpoints with the same {@link EndpointSignature} share one number.
 * Ten thousand replicas with the same labels become one signature, so that later steps do not
 * depend on the number of pods.
 */
public final class EndpointSignatures {
  private final List<EndpointSignature> signatures = new ArrayList<>();
  private final Map<EndpointSignature, Integer> numbers = new HashMap<>();
  private final List<IntList> byNamespace = new ArrayList<>();
  private final List<IntList> byLabels = new ArrayList<>();
  private final int[] ofEndpoint;

  /**
   * The indexes from which a signature is computed.
   *
   * @param nodes whether the node of a pod is relevant
   * @param addresses whether the addresses of pods and nodes are relevant
   */
  public record Features(
      LabelSignatures labels,
      NamespaceIndex namespaces,
      PortNames names,
      Map<Family, AddressAtoms> atoms,
      boolean nodes,
      boolean addresses,
      Distinctions distinctions) {}

  /** Computes the signatures of {@code endpoints}. */
  public EndpointSignatures(List<Endpoint> endpoints, Features features) {
    ofEndpoint = new int[endpoints.size()];
    for (int i = 0; i < ofEndpoint.length; i++) {
      EndpointSignature signature = signature(endpoints.get(i), features);
      ofEndpoint[i] = numbers.computeIfAbsent(signature, this::add);
    }
  }

  private int add(EndpointSignature signature) {
    int number = signatures.size();
    signatures.add(signature);
    if (signature.isPod()) {
      listed(byNamespace, signature.namespace()).add(number);
      listed(byLabels, signature.labels()).add(number);
    }
    return number;
  }

  private static IntList listed(List<IntList> lists, int index) {
    while (lists.size() <= index) {
      lists.add(new IntList());
    }
    return lists.get(index);
  }

  private static EndpointSignature signature(Endpoint endpoint, Features features) {
    BitSet set = new BitSet();
    for (int i = 0; i < features.distinctions().ends().size(); i++) {
      set.set(i, features.distinctions().ends().get(i).test(endpoint));
    }
    return switch (endpoint) {
      case Endpoint.Pod pod ->
          new EndpointSignature(
              EndpointSignature.Kind.POD,
              features.namespaces().of(pod.namespace()),
              features.labels().of(pod.labels()),
              features.names().relevant(pod.namedPorts()),
              pod.hostNetwork(),
              features.nodes() ? pod.node() : "",
              atoms(pod.addresses(), Family.IPV4, features),
              atoms(pod.addresses(), Family.IPV6, features),
              set);
      case Endpoint.Node node ->
          new EndpointSignature(
              EndpointSignature.Kind.NODE,
              -1,
              -1,
              List.of(),
              false,
              node.name(),
              atoms(node.addresses(), Family.IPV4, features),
              atoms(node.addresses(), Family.IPV6, features),
              set);
      case Endpoint.External(IpAddress address) ->
          new EndpointSignature(
              EndpointSignature.Kind.ADDRESS,
              -1,
              -1,
              List.of(),
              false,
              "",
              addressAtoms(address, Family.IPV4, features),
              addressAtoms(address, Family.IPV6, features),
              set);
    };
  }

  private static List<Integer> atoms(List<IpAddress> addresses, Family family, Features features) {
    return features.addresses() && !addresses.isEmpty()
        ? addresses.stream()
            .filter(address -> address.family() == family)
            .map(address -> atomsOf(family, features).indexOf(address.value()))
            .distinct()
            .sorted()
            .toList()
        : List.of();
  }

  private static List<Integer> addressAtoms(IpAddress address, Family family, Features features) {
    return address.family() == family
        ? List.of(atomsOf(family, features).indexOf(address.value()))
        : List.of();
  }

  private static AddressAtoms atomsOf(Family family, Features features) {
    return features.atoms().getOrDefault(family, new AddressAtoms(family, List.of()));
  }

  /** Returns the number of signatures. */
  public int size() {
    return signatures.size();
  }

  /** Returns the signature with a number. */
  public EndpointSignature get(int signature) {
    return signatures.get(signature);
  }

  /**
   * Returns the number of the signature of {@code endpoint}, which is an index of the constructor's
   * list.
   */
  public int ofEndpoint(int endpoint) {
    return ofEndpoint[endpoint];
  }

  /** Returns the pod signatures in {@code namespace}. */
  public IntList inNamespace(int namespace) {
    return namespace < byNamespace.size() ? byNamespace.get(namespace) : IntList.NONE;
  }

  /** Returns the pod signatures with label signature {@code labels}. */
  public IntList withLabels(int labels) {
    return labels < byLabels.size() ? byLabels.get(labels) : IntList.NONE;
  }
}
