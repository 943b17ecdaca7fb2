package dev.zonec.verifier.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.world.Backend;
import dev.zonec.kubernetes.world.Backends;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.deadline.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Rules that name a port of a Service where its pods listen on another: policies see the pod's, so
 * such a rule does nothing to calls of the Service. Nothing is said where the pods may listen on
 * the named port too, or where another rule names the one that they listen on.
 */
final class ServicePortRules {
  /** A Service's port that is not the one of a pod behind it. */
  private record Turned(ServiceEntry service, ServicePort port, Endpoint.Pod pod, int podPort) {}

  private final List<Policy> policies;
  private final Map<Protocol, TreeMap<Integer, List<Turned>>> byPort = new TreeMap<>();
  private final Map<Endpoint.Pod, List<Transport.Ported>> listening = new HashMap<>();

  ServicePortRules(World world) {
    this.policies = world.policies();
    Backends backends = new Backends(world);
    for (ServiceEntry service : world.services()) {
      Deadline.check();
      for (ServicePort port : service.ports()) {
        for (Backend backend :
            service.headless() ? List.<Backend>of() : backends.of(service, port)) {
          if (backend.endpoint() instanceof Endpoint.Pod pod) {
            listening
                .computeIfAbsent(pod, p -> new ArrayList<>())
                .add(new Transport.Ported(port.protocol(), backend.port()));
            if (backend.port() != port.port()) {
              byPort
                  .computeIfAbsent(port.protocol(), p -> new TreeMap<>())
                  .computeIfAbsent(port.port(), p -> new ArrayList<>())
                  .add(new Turned(service, port, pod, backend.port()));
            }
          }
        }
      }
    }
  }

  /** The warnings about a rule of {@code policy}. */
  List<Diagnostic> of(Policy policy, Direction direction, Rule rule) {
    boolean incoming = direction == Direction.INGRESS;
    Predicate<Endpoint.Pod> about =
        pod ->
            incoming
                ? policy.isolates(pod, direction)
                : rule.peers().stream().anyMatch(peer -> isOne(pod, peer, policy.namespace()));
    return warnings(rule.ports(), about, turned -> isOpened(turned, policy, direction));
  }

  /** The same of a cluster-scoped policy. */
  List<Diagnostic> of(ClusterPolicy policy, Direction direction, ClusterRule rule) {
    boolean incoming = direction == Direction.INGRESS;
    Predicate<Endpoint.Pod> about =
        pod ->
            incoming
                ? policy.subject().selects(pod)
                : rule.peers().stream().anyMatch(peer -> isOne(pod, peer));
    return warnings(
        rule.ports(),
        about,
        turned ->
            policy.rules(direction).stream()
                .anyMatch(other -> other.ports().isEmpty() || admits(other.ports(), turned)));
  }

  private List<Diagnostic> warnings(
      List<PolicyPort> ports, Predicate<Endpoint.Pod> about, Predicate<Turned> openedElsewhere) {
    List<Diagnostic> out = new ArrayList<>();
    for (PolicyPort port : ports) {
      if (port.clause() instanceof PortClause.Numbered(Protocol protocol, PortRange range)) {
        turned(protocol, range).stream()
            .filter(turned -> about.test(turned.pod()))
            .filter(turned -> !range.contains(turned.podPort()))
            .filter(turned -> !mayListen(turned.pod(), protocol, range))
            .filter(turned -> !openedElsewhere.test(turned))
            .findFirst()
            .ifPresent(turned -> out.add(warning(port, turned)));
      }
    }
    return out;
  }

  private List<Turned> turned(Protocol protocol, PortRange range) {
    return byPort
        .getOrDefault(protocol, new TreeMap<>())
        .subMap(range.first(), true, range.last(), true)
        .values()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private boolean mayListen(Endpoint.Pod pod, Protocol protocol, PortRange range) {
    return listening.getOrDefault(pod, List.of()).stream()
            .anyMatch(port -> port.protocol() == protocol && range.contains(port.port()))
        || pod.namedPorts().stream()
            .anyMatch(port -> port.protocol() == protocol && range.contains(port.port()));
  }

  /** Whether a rule that may be about the same pods names the pod's port. */
  private boolean isOpened(Turned turned, Policy policy, Direction direction) {
    for (Policy other : policies) {
      if (other.namespace().equals(policy.namespace())) {
        for (Rule rule : other.rules(direction)) {
          boolean same =
              direction == Direction.INGRESS
                  ? other.isolates(turned.pod(), direction)
                  : rule.peers().isEmpty()
                      || rule.peers().stream()
                          .anyMatch(peer -> isOne(turned.pod(), peer, other.namespace()));
          if (same && (rule.ports().isEmpty() || admits(rule.ports(), turned))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean admits(List<PolicyPort> ports, Turned turned) {
    Protocol protocol = turned.port().protocol();
    return ports.stream()
        .map(PolicyPort::clause)
        .anyMatch(
            clause ->
                clause.protocol() == protocol
                    && switch (clause) {
                      case PortClause.AllPorts all -> true;
                      case PortClause.Numbered(var p, PortRange range) ->
                          range.contains(turned.podPort());
                      case PortClause.Named(var p, String name) ->
                          turned.pod().namedPorts().stream()
                              .anyMatch(
                                  port ->
                                      port.name().equals(name)
                                          && port.protocol() == protocol
                                          && port.port() == turned.podPort());
                    });
  }

  private static boolean isOne(Endpoint.Pod pod, Peer peer, String own) {
    return switch (peer) {
      case Peer.Pods(Peer.Namespaces.Own it, Selector pods, var span) ->
          pod.namespace().name().equals(own) && pods.matches(pod.labels());
      case Peer.Pods(Peer.Namespaces.Matching(Selector labels), Selector pods, var span) ->
          labels.matches(pod.namespace().labels()) && pods.matches(pod.labels());
      case Peer.Block block -> false;
    };
  }

  private static boolean isOne(Endpoint.Pod pod, ClusterPeer peer) {
    return peer instanceof ClusterPeer.Pods(Selector in, Selector pods, var span)
        && in.matches(pod.namespace().labels())
        && pods.matches(pod.labels());
  }

  private static Diagnostic warning(PolicyPort port, Turned turned) {
    Protocol protocol = turned.port().protocol();
    Transport called = new Transport.Ported(protocol, turned.port().port());
    Transport real = new Transport.Ported(protocol, turned.podPort());
    return Diagnostic.warning(
            Code.ZC0635,
            port.span(),
            "`"
                + called
                + "` is a port of Service `"
                + turned.service()
                + "`, whose pods listen on `"
                + real
                + "`")
        .note("policies apply to the port of the pod, not to the port of the Service")
        .help("write `" + real + "`");
  }
}
