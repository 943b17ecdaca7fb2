package dev.zonec.compiler.lint;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deployed workloads and Services, as far as they are known. */
public sealed interface Deployed {
  /** No manifests are given. Checks that need them do not run. */
  record Unknown() implements Deployed {}

  /**
   * The workloads and Services that manifests declare.
   *
   * @param meant what a zone without a workload was probably meant to select
   */
  record Known(List<Workload> workloads, List<Service> services, LikelyMeant meant)
      implements Deployed {
    /** Copies the lists. */
    public Known {
      workloads = List.copyOf(workloads);
      services = List.copyOf(services);
    }
  }

  /** Tells what an empty zone was probably meant to select. */
  @FunctionalInterface
  interface LikelyMeant {
    /** The help: a label or a namespace that would match; empty if nothing is near. */
    Optional<String> help(ZoneProgram program, Party.Zone zone);
  }

  /**
   * A workload.
   *
   * @param pod a pod of the workload
   * @param label the workload in messages
   * @param ports the ports that its containers declare; an empty list does not mean that they
   *     listen on no port
   */
  record Workload(Endpoint.Pod pod, String label, List<ContainerPort> ports) {
    /** Copies the ports. */
    public Workload {
      ports = List.copyOf(ports);
    }
  }

  /** A port that a container declares; the name is empty if it has none. */
  record ContainerPort(Protocol protocol, int number, String name) {}

  /**
   * A Service.
   *
   * @param namespace its namespace
   * @param name its name
   * @param selector the labels of its pods; without labels it selects nothing
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

  /** A port of a Service, and the port of the pods that it forwards to. */
  record ServicePort(Protocol protocol, int port, Target target) {}

  /** A port of pods. */
  sealed interface Target {
    /** By number. */
    record Numbered(int port) implements Target {}

    /** By the name that a container gives it. */
    record Named(String name) implements Target {}
  }
}
