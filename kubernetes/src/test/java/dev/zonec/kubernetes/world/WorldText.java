package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.kubernetes.world.service.Backing;
import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A world as lines, one for each thing in it. */
final class WorldText {
  private WorldText() {}

  static List<String> of(WorldReading reading, List<Diagnostic> unreadable) {
    World world = reading.world();
    List<String> lines = new ArrayList<>();
    world
        .namespaces()
        .forEach(
            namespace ->
                lines.add(
                    "namespace %s %s%s"
                        .formatted(
                            namespace.name(),
                            namespace.labels(),
                            namespace.declared() ? "" : " and unknown ones")));
    world.nodes().forEach(node -> lines.add("node " + node.name() + " " + node.addresses()));
    world.workloads().forEach(workload -> lines.add(workload(workload)));
    world.policies().forEach(policy -> lines.add("policy " + policy));
    world.clusterPolicies().forEach(policy -> lines.add("policy " + policy));
    Backends backends = new Backends(world);
    for (ServiceEntry service : world.services()) {
      lines.add(service(service));
      for (ServicePort port : service.ports()) {
        lines.add(
            "  %s %s%s -> %s at %s"
                .formatted(
                    port.protocol(),
                    port.port(),
                    port.name().isEmpty() ? "" : " " + port.name(),
                    port.target(),
                    backends.of(service, port).stream()
                        .map(backend -> backend.label() + " " + backend.port())
                        .toList()));
      }
    }
    for (Entrance entrance : world.entrances()) {
      lines.add("entrance " + entrance + " " + entrance.protocol());
      entrance.others().forEach(each -> lines.add("  " + each.name() + " (not read)"));
      for (Entrance.Target target : entrance.targets()) {
        lines.add(
            "  %s/%s %s line %d"
                .formatted(
                    target.namespace(), target.service(), target.port(), target.span().line()));
      }
    }
    unreadable.forEach(problem -> lines.add("unreadable " + line(problem)));
    reading.problems().forEach(problem -> lines.add("problem " + line(problem)));
    reading.guesses().forEach(problem -> lines.add("guess " + line(problem)));
    return lines;
  }

  private static String workload(Workload workload) {
    Endpoint.Pod pod = workload.pod();
    String ports = pod.namedPorts().stream().map(WorldText::port).collect(Collectors.joining(", "));
    return "workload "
        + workload.label()
        + (pod.name().equals(workload.name()) ? "" : " as " + pod.name())
        + " "
        + pod.labels()
        + (ports.isEmpty() ? "" : " ports " + ports)
        + (pod.hostNetwork() ? " on the host network" : "")
        + (pod.node().isEmpty() ? "" : " of node " + pod.node())
        + (pod.addresses().isEmpty() ? "" : " at " + pod.addresses());
  }

  private static String port(NamedPort port) {
    return port.name()
        + " "
        + port.protocol()
        + "/"
        + port.port()
        + (port.sidecar() ? " (sidecar)" : "");
  }

  private static String service(ServiceEntry service) {
    String behind =
        switch (service.backing()) {
          case Backing.Selected selected -> "selects " + selected.pods();
          case Backing.Listed(var addresses) -> "lists " + addresses.size() + " addresses";
          case Backing.Alias(var host) -> "is called " + host;
        };
    return "service "
        + service
        + " "
        + service.type()
        + (service.headless() ? " headless" : "")
        + (service.keepsClients() ? " keeping clients" : "")
        + " "
        + behind;
  }

  private static String line(Diagnostic problem) {
    String place =
        problem.place() instanceof Place.At at
            ? Path.of(at.span().source().name()).getFileName() + ":" + at.span().line()
            : "";
    return problem.code() + " " + place + " " + problem.message();
  }
}
