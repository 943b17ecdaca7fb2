package dev.zonec.verifier.query;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Backend;
import dev.zonec.kubernetes.world.Backends;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.Backing;
import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lists the ports of workloads that Ingresses and routes forward to and that the workloads' ingress
 * policies admit from the controller's pods. The policies that select the controller's pods are not
 * evaluated, because the pods are unknown ({@code spec/semantics.md}, "Entrances").
 *
 * <p>Under MAY, a port counts if at least one pod that may belong to the controller is admitted.
 * Under MUST, it counts if all of them are.
 */
public final class EntranceRows {
  /**
   * The admitted ports of one workload.
   *
   * @param workload the workload
   * @param ports its ports that are admitted
   * @param through the entrances that forward to these ports, without duplicates
   */
  public record Row(Workload workload, OpenPorts ports, List<Entrance> through) {
    /** Copies the list. */
    public Row {
      through = List.copyOf(through);
    }
  }

  /** A port of a workload that entrances forward to. */
  private record TargetPort(Protocol protocol, int port) {}

  private final World world;
  private final Semantics semantics;
  private final Reading reading;
  private final Backends backends;
  private final List<Endpoint.Pod> controllers;

  private EntranceRows(World world, Semantics semantics, Reading reading) {
    this.world = world;
    this.semantics = semantics;
    this.reading = reading;
    this.backends = new Backends(world);
    this.controllers = UnknownController.pods(world);
  }

  /**
   * Returns the rows of {@code world}, in the order of its workloads.
   *
   * @param semantics evaluates the policies of {@code world} under {@code reading}
   * @param reading the reading of {@code semantics}
   */
  public static List<Row> of(World world, Semantics semantics, Reading reading) {
    return new EntranceRows(world, semantics, reading).rows();
  }

  private List<Row> rows() {
    Map<Endpoint.Pod, Map<TargetPort, Set<Entrance>>> targets = targets();
    List<Row> rows = new ArrayList<>();
    for (Workload workload : world.workloads()) {
      Deadline.check();
      Map<Protocol, SortedSet<Integer>> open = new EnumMap<>(Protocol.class);
      Set<Entrance> through = new LinkedHashSet<>();
      targets
          .getOrDefault(workload.pod(), Map.of())
          .forEach(
              (target, entrances) -> {
                if (isAdmitted(workload.pod(), target)) {
                  open.computeIfAbsent(target.protocol(), p -> new TreeSet<>()).add(target.port());
                  through.addAll(entrances);
                }
              });
      if (!open.isEmpty()) {
        rows.add(new Row(workload, ports(open), List.copyOf(through)));
      }
    }
    return rows;
  }

  private static OpenPorts ports(Map<Protocol, SortedSet<Integer>> open) {
    Map<Protocol, List<PortRange>> ranges = new EnumMap<>(Protocol.class);
    open.forEach(
        (protocol, ports) ->
            ranges.put(protocol, ports.stream().map(port -> new PortRange(port, port)).toList()));
    return OpenPorts.of(ranges);
  }

  /** Returns the ports that entrances forward to, whatever the policies say. */
  private Map<Endpoint.Pod, Map<TargetPort, Set<Entrance>>> targets() {
    Map<ServiceEntry.Id, ServiceEntry> services = services(world);
    Map<Endpoint.Pod, Map<TargetPort, Set<Entrance>>> targets = new HashMap<>();
    for (Entrance entrance : world.entrances()) {
      for (Entrance.Target target : entrance.targets()) {
        @Nullable ServiceEntry service = services.get(target.id());
        if (service != null) {
          addTargets(entrance, target, service, targets);
        }
      }
    }
    return targets;
  }

  private void addTargets(
      Entrance entrance,
      Entrance.Target target,
      ServiceEntry service,
      Map<Endpoint.Pod, Map<TargetPort, Set<Entrance>>> targets) {
    for (ServicePort port : service.ports()) {
      for (Backend backend : backends.of(entrance, target, service, port)) {
        if (backend.endpoint() instanceof Endpoint.Pod pod) {
          targets
              .computeIfAbsent(pod, p -> new LinkedHashMap<>())
              .computeIfAbsent(
                  new TargetPort(port.protocol(), backend.port()), d -> new LinkedHashSet<>())
              .add(entrance);
        }
      }
    }
  }

  /** Returns the Services of {@code world} by their ids. */
  static Map<ServiceEntry.Id, ServiceEntry> services(World world) {
    Map<ServiceEntry.Id, ServiceEntry> services = new HashMap<>();
    world.services().forEach(service -> services.put(service.id(), service));
    return services;
  }

  /**
   * Returns an error for each back end of an entrance of which zonec does not know the pods: a
   * Service that no manifest declares, a name that only DNS can resolve, and objects of other
   * kinds. The rows lack the ports behind it.
   */
  public static List<Diagnostic> missing(World world) {
    Map<ServiceEntry.Id, ServiceEntry> services = services(world);
    List<Diagnostic> missing = new ArrayList<>();
    for (Entrance entrance : world.entrances()) {
      for (Entrance.Target target : entrance.targets()) {
        ServiceEntry.Id id = target.id();
        @Nullable ServiceEntry service = services.get(id);
        if (service == null) {
          missing.add(
              Diagnostic.error(
                  Code.ZC0522,
                  target.span(),
                  entrance + " leads to Service `" + id + "`, which no manifest declares"));
        } else if (service.backing() instanceof Backing.Alias alias && alias.isInCluster()) {
          String what = "Service `" + id + "`, another name for `" + alias.host() + "`";
          missing.add(unread(entrance, what, target.span()));
        }
      }
      entrance.others().forEach(each -> missing.add(unread(entrance, each.name(), each.span())));
    }
    return missing;
  }

  private static Diagnostic unread(Entrance entrance, String what, Span span) {
    return Diagnostic.error(
            Code.ZC0760,
            span,
            entrance + " leads to " + what + ", and zonec does not read which pods that is")
        .note("the pods of a controller open the connections")
        .help("ask about these pods, as in `ingress-nginx/controller -> shop/web`");
  }

  private boolean isAdmitted(Endpoint.Pod pod, TargetPort target) {
    Transport transport = new Transport.Ported(target.protocol(), target.port());
    for (Endpoint.Pod controller : controllers) {
      for (Family family : Family.values()) {
        if (isAdmitted(new Connection(controller, pod, family, transport))
            == reading.permissive()) {
          return reading.permissive();
        }
      }
    }
    return !reading.permissive();
  }

  private boolean isAdmitted(Connection connection) {
    return switch (semantics.decide(connection)) {
      case Decision.Judged(var egress, var ingress) -> ingress.admits();
      case Decision.SamePod same -> true;
      case Decision.OwnService own -> true;
    };
  }
}
