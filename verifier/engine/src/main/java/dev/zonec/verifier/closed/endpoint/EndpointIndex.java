package dev.zonec.verifier.closed.endpoint;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.verifier.quotient.AddressAtoms;
import dev.zonec.verifier.quotient.Bits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * Numbers the endpoints of a closed world: its workloads, its nodes, and one representative of each
 * address atom.
 */
public final class EndpointIndex {
  private final List<Endpoint> all = new ArrayList<>();
  private final Map<String, Integer> byName = new HashMap<>();
  private final Map<Family, AddressAtoms> atoms;
  private final Map<Family, Integer> firstAddress = new EnumMap<>(Family.class);

  /** Numbers the endpoints of {@code world} and the atoms. */
  public EndpointIndex(World world, Map<Family, AddressAtoms> atoms) {
    this.atoms = new EnumMap<>(atoms);
    for (Workload workload : world.workloads()) {
      byName.putIfAbsent(name(workload.pod()), all.size());
      all.add(workload.pod());
    }
    for (Endpoint.Node node : world.nodes()) {
      byName.putIfAbsent(name(node), all.size());
      all.add(node);
    }
    this.atoms.forEach(
        (family, familyAtoms) -> {
          firstAddress.put(family, all.size());
          for (int atom = 0; atom < familyAtoms.size(); atom++) {
            all.add(new Endpoint.External(familyAtoms.representative(Bits.of(atom))));
          }
        });
  }

  private static String name(Endpoint endpoint) {
    return switch (endpoint) {
      case Endpoint.Pod pod -> pod.namespace().name() + "/" + pod.name();
      case Endpoint.Node node -> node.name();
      case Endpoint.External external -> "";
    };
  }

  /** Returns all endpoints. The workloads come first, in the order of the world. */
  public List<Endpoint> all() {
    return List.copyOf(all);
  }

  /** Returns the number of endpoints. */
  public int size() {
    return all.size();
  }

  /** Returns the endpoint with number {@code end}. */
  public Endpoint get(int end) {
    return all.get(end);
  }

  /**
   * Returns the number of {@code endpoint}; for an address, the number of the representative of its
   * atom.
   *
   * @throws NoSuchElementException if the world does not have the pod or node
   */
  public int indexOf(Endpoint endpoint) {
    if (endpoint instanceof Endpoint.External(IpAddress address)) {
      Family family = address.family();
      return Objects.requireNonNull(firstAddress.get(family))
          + Objects.requireNonNull(atoms.get(family)).indexOf(address.value());
    }
    Integer number = byName.get(name(endpoint));
    if (number == null) {
      throw new NoSuchElementException("not an end: " + endpoint);
    }
    return number;
  }

  /** Returns the address atom that the external endpoint {@code end} represents. */
  public AddressSet.Range range(int end) {
    Endpoint.External external = (Endpoint.External) all.get(end);
    Family family = external.address().family();
    return Objects.requireNonNull(atoms.get(family))
        .range(end - Objects.requireNonNull(firstAddress.get(family)));
  }
}
