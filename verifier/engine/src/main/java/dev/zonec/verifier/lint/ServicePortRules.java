package dev.zonec.verifier.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.kubernetes.rules.Traffic;
import dev.zonec.kubernetes.world.Backend;
import dev.zonec.kubernetes.world.Backends;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Warns about rules that name the port of a Service although its pods listen on another port.
 * Policies apply to the port of the pod, so such a rule does not affect connections to the Service.
 *
 * <p>No warning is given if the pods may also listen on the named port, or if another rule of the
 * same tier with the same action is about the port on which they listen.
 */
final class ServicePortRules {
  /** A port of a Service that differs from the port of a pod behind the Service. */
  private record Mapping(ServiceEntry service, ServicePort port, Endpoint.Pod pod, int podPort) {}

  private final Map<Protocol, TreeMap<Integer, List<Mapping>>> byPort = new TreeMap<>();
  private final Map<Endpoint.Pod, List<Transport.Ported>> listening = new HashMap<>();

  ServicePortRules(World world) {
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
                  .add(new Mapping(service, port, pod, backend.port()));
            }
          }
        }
      }
    }
  }

  /**
   * Returns the warnings about {@code rule}.
   *
   * @param rule the rule
   * @param chain the chain that it belongs to
   * @param tier the tier that the chain belongs to
   */
  List<Diagnostic> of(ChainRule rule, Chain chain, RuleTier tier) {
    List<Diagnostic> out = new ArrayList<>();
    for (PolicyPort port : rule.ports()) {
      if (port.clause() instanceof PortClause.Numbered(Protocol protocol, PortRange range)) {
        mappings(protocol, range).stream()
            .filter(mapping -> receives(mapping.pod(), rule, chain))
            .filter(mapping -> !range.contains(mapping.podPort()))
            .filter(mapping -> !mayListen(mapping.pod(), protocol, range))
            .filter(mapping -> !isNamedElsewhere(mapping, rule.action(), chain, tier))
            .findFirst()
            .ifPresent(mapping -> out.add(warning(port, mapping)));
      }
    }
    return out;
  }

  /** Whether {@code pod} is the destination of connections that the rule is about. */
  private static boolean receives(Endpoint.Pod pod, ChainRule rule, Chain chain) {
    return switch (chain.direction()) {
      case INGRESS -> chain.subject().matches(pod);
      case EGRESS -> rule.peers().stream().anyMatch(peer -> includes(peer, pod));
    };
  }

  private static boolean includes(Ends peer, Endpoint.Pod pod) {
    return peer instanceof Ends.Pods pods && pods.matches(pod);
  }

  private List<Mapping> mappings(Protocol protocol, PortRange range) {
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

  /**
   * Whether another rule of the tier, which may apply to the same connections, has the same action
   * on the port of the pod.
   */
  private static boolean isNamedElsewhere(
      Mapping mapping, Action action, Chain chain, RuleTier tier) {
    return tier.chains()
        .filter(other -> other.direction() == chain.direction())
        .filter(other -> mayShareSubject(other, chain, mapping))
        .flatMap(other -> other.rules().stream())
        .filter(rule -> rule.action() == action)
        .filter(rule -> mayMatchPeer(rule, chain.direction(), mapping))
        .anyMatch(rule -> matchesPort(rule, mapping));
  }

  private static boolean mayShareSubject(Chain other, Chain chain, Mapping mapping) {
    return switch (chain.direction()) {
      case INGRESS -> other.subject().matches(mapping.pod());
      case EGRESS -> other.subject().namespaces().equals(chain.subject().namespaces());
    };
  }

  private static boolean mayMatchPeer(ChainRule rule, Direction direction, Mapping mapping) {
    return rule.peers().stream()
        .anyMatch(
            peer ->
                switch (direction) {
                  // Every policy that isolates a pod admits the pod's own node.
                  case INGRESS -> !(peer instanceof Ends.OwnNode);
                  case EGRESS -> peer instanceof Ends.Anyone || includes(peer, mapping.pod());
                });
  }

  private static boolean matchesPort(ChainRule rule, Mapping mapping) {
    return switch (rule.traffic()) {
      case Traffic.Everything everything -> true;
      case Traffic.EveryPort every -> true;
      case Traffic.Portless portless -> false;
      case Traffic.Listed(List<PolicyPort> ports) -> lists(ports, mapping);
    };
  }

  private static boolean lists(List<PolicyPort> ports, Mapping mapping) {
    Protocol protocol = mapping.port().protocol();
    return ports.stream()
        .map(PolicyPort::clause)
        .anyMatch(
            clause ->
                clause.protocol() == protocol
                    && switch (clause) {
                      case PortClause.AllPorts all -> true;
                      case PortClause.Numbered(var p, PortRange range) ->
                          range.contains(mapping.podPort());
                      case PortClause.Named(var p, String name) ->
                          mapping.pod().namedPorts().stream()
                              .anyMatch(
                                  port ->
                                      port.name().equals(name)
                                          && port.protocol() == protocol
                                          && port.port() == mapping.podPort());
                    });
  }

  private static Diagnostic warning(PolicyPort port, Mapping mapping) {
    Protocol protocol = mapping.port().protocol();
    Transport called = new Transport.Ported(protocol, mapping.port().port());
    Transport real = new Transport.Ported(protocol, mapping.podPort());
    return Diagnostic.warning(
            Code.ZC0635,
            port.span(),
            "`"
                + called
                + "` is a port of Service `"
                + mapping.service()
                + "`, whose pods listen on `"
                + real
                + "`")
        .note("policies apply to the port of the pod, not to the port of the Service")
        .help("write `" + real + "`");
  }
}
