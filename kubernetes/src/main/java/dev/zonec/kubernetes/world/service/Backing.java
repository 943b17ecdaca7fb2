package dev.zonec.kubernetes.world.service;

import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The back ends of a Service. */
public sealed interface Backing {
  /**
   * Pods of the Service's namespace.
   *
   * @param labels the labels of the pods, in the order in which they are written
   */
  record Selected(Map<String, String> labels) implements Backing {
    /** Copies the labels. */
    public Selected {
      labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /** Returns the selector of the pods. */
    public Selector pods() {
      List<Requirement> requirements = new ArrayList<>();
      labels.forEach(
          (key, value) -> requirements.add(new Requirement.In(key, new TreeSet<>(Set.of(value)))));
      return new Selector(requirements);
    }
  }

  /** Addresses that Endpoints and EndpointSlices list, for a Service without a selector. */
  record Listed(List<Address> addresses) implements Backing {
    /** Copies the addresses. */
    public Listed {
      addresses = List.copyOf(addresses);
    }
  }

  /** An external name, which only DNS can resolve. */
  record Alias(String host) implements Backing {
    /** Returns the Service that the name is the name of in the cluster's DNS, if it is one. */
    public Optional<ServiceEntry.Id> service() {
      List<String> labels = labels();
      return labels.size() > 2 && labels.get(2).equals("svc")
          ? Optional.of(new ServiceEntry.Id(labels.get(1), labels.get(0)))
          : Optional.empty();
    }

    /** Whether the name is one of the cluster's DNS: of a Service or of one of its pods. */
    public boolean isInCluster() {
      return labels().indexOf("svc") > 1;
    }

    private List<String> labels() {
      return List.of(host.toLowerCase(Locale.ROOT).split("\\.", -1));
    }
  }

  /**
   * A port of an address.
   *
   * @param portName the name of the Service's port that forwards to it
   * @param protocol the protocol
   * @param address the address
   * @param port the port
   */
  record Address(String portName, Protocol protocol, IpAddress address, int port) {}
}
