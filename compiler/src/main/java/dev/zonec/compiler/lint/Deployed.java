package dev.zonec.compiler.lint;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Protocol;
import java.util.List;
import java.util.Map;

/** What runs beside the program, as far as it is known. */
public sealed interface Deployed {
  /** No manifests are given: checks that need them do not run. */
  record Unknown() implements Deployed {}

  /** What manifests declare. */
  record Known(List<Workload> workloads, List<Service> services) implements Deployed {
    /** Copies the lists. */
    public Known {
      workloads = List.copyOf(workloads);
      services = List.copyOf(services);
    }
  }

  /**
   * Something that runs pods of one shape.
   *
   * @param pod what each of its pods looks like
   * @param label what messages call it
   * @param ports the ports that its containers declare; none says nothing about what they listen on
   */
  record Workload(Endpoint.Pod pod, String label, List<ContainerPort> ports) {
    /** Copies the ports. */
    public Workload {
      ports = List.copyOf(ports);
    }
  }

  /** A port that a container declares; the name is empty where it has none. */
  record ContainerPort(Protocol protocol, int number, String name) {}

  /**
   * A Service.
   *
   * @param namespace where it is
   * @param name its name
   * @param selector the labels of the pods behind it; none selects nothing
   * @param ports its ports
   */
  record Service(
      String namespace, String name, Map<String, String> selector, List<ServicePort> ports) {
    /** Copies the collections. */
    public Service {
      selector = Map.copyOf(selector);
      ports = List.copyOf(ports);
    }

    boolean selects(Endpoint.Pod pod) {
      return !selector.isEmpty()
          && pod.namespace().name().equals(namespace)
          && pod.labels().entrySet().containsAll(selector.entrySet());
    }
  }

  /** A Service's port, and the pods' port that it leads to. */
  record ServicePort(Protocol protocol, int port, Target target) {}

  /** A port of pods. */
  sealed interface Target {
    /** By number. */
    record Numbered(int port) implements Target {}

    /** By the name that a container gives it. */
    record Named(String name) implements Target {}
  }
}
