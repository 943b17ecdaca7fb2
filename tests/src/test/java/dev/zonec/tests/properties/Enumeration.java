package dev.zonec.tests.properties;

import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lists every connection that the policies and the program of {@link RandomProgram} and {@link
 * Mutation} can distinguish, and evaluates each one separately.
 */
final class Enumeration {
  /** A port that programs and mutations mention only by its name. */
  private static final int WEB = 4242;

  /** Ports at the boundaries of all allowed ranges, inside and outside of them. */
  private static final Map<Protocol, int[]> PORTS =
      Map.of(
          Protocol.TCP,
          new int[] {53, 79, 80, 81, 90, 91, 100, 101, WEB, 8080},
          Protocol.UDP,
          new int[] {53, 54},
          Protocol.SCTP,
          new int[] {80, 81});

  /** Addresses in each block of programs and mutations, in its exceptions, and outside of it. */
  private static final List<String> ADDRESSES =
      List.of(
          "203.0.113.5",
          "203.0.113.200",
          "198.51.100.7",
          "8.8.8.8",
          "169.254.20.10",
          "169.254.169.254",
          "10.9.0.7",
          "10.200.0.7",
          "2600::1",
          "fd00::99");

  private final ZoneProgram program;

  /** The allowed connections with an end in a zone that nothing declares. */
  private final List<Connection> undeclared = new ArrayList<>();

  /** The connections that a flow declares. */
  private final List<Connection> declared = new ArrayList<>();

  /**
   * @param text the text of the program; labels that it does not mention need not be distinguished
   */
  Enumeration(ZoneProgram program, String text) {
    this.program = program;
    Intent intent = new Intent(program);
    // Two pods of one kind are distinguished by the end at which they are.
    List<Endpoint> sources = endpoints("from", text);
    List<Endpoint> destinations = endpoints("to", text);
    for (Endpoint from : sources) {
      for (Endpoint to : destinations) {
        boolean outside = from instanceof Endpoint.External && to instanceof Endpoint.External;
        if (!outside) {
          family(from, to).ifPresent(family -> connect(from, to, family, intent));
        }
      }
    }
  }

  /** Returns an allowed connection with an end in a zone that nothing declares. */
  Optional<Connection> undeclaredAllowed(List<Policy> policies) {
    Semantics may = new Semantics(World.of(List.of(), policies), Reading.MAY, program.cluster());
    return undeclared.stream().filter(c -> may.decide(c).isAllowed()).findFirst();
  }

  /** Returns a connection that a flow declares and that is not certainly allowed. */
  Optional<Connection> declaredBlocked(List<Policy> policies) {
    Semantics must = new Semantics(World.of(List.of(), policies), Reading.MUST, program.cluster());
    return declared.stream().filter(c -> isBroken(c, must.decide(c))).findFirst();
  }

  /**
   * Whether a side denies a connection that the flow has to allow there. A flow guarantees nothing
   * about `any`.
   */
  private boolean isBroken(Connection connection, Decision decision) {
    return decision instanceof Decision.Judged(SideDecision egress, SideDecision ingress)
        && program.flows().stream()
            .filter(flow -> covers(flow, connection))
            .anyMatch(
                flow ->
                    (!egress.admits() && !isAnyone(flow.from()))
                        || (!ingress.admits() && !isAnyone(flow.to())));
  }

  private void connect(Endpoint from, Endpoint to, Family family, Intent intent) {
    for (Protocol protocol : Protocol.values()) {
      for (int port : PORTS.get(protocol)) {
        Transport transport = new Transport.Ported(protocol, port);
        add(new Connection(from, to, family, transport), intent);
        if (protocol == Protocol.TCP && port != WEB && to instanceof Endpoint.Pod pod) {
          add(new Connection(from, withWeb(pod, port), family, transport), intent);
        }
      }
    }
  }

  private void add(Connection connection, Intent intent) {
    if (intent.declares(connection)
        && program.flows().stream().anyMatch(flow -> covers(flow, connection))) {
      declared.add(connection);
    }
    if (intent.concerns(connection) && !intent.declares(connection)) {
      undeclared.add(connection);
    }
  }

  private static Endpoint.Pod withWeb(Endpoint.Pod pod, int port) {
    return new Endpoint.Pod(
        pod.namespace(),
        pod.name(),
        pod.labels(),
        List.of(new NamedPort("web", Protocol.TCP, port, false)),
        pod.hostNetwork(),
        pod.node(),
        pod.addresses());
  }

  private static boolean covers(Flow flow, Connection connection) {
    return flow.from().contains(connection.source())
        && flow.to().contains(connection.destination())
        && Intent.opens(flow.service(), connection.transport(), connection.destination());
  }

  /**
   * Returns the address family of a connection; between pods IPv4, because no IPv6 block contains a
   * pod's address.
   */
  private static Optional<Family> family(Endpoint from, Endpoint to) {
    for (Family family : Family.values()) {
      if (has(from, family) && has(to, family)) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
  }

  private static boolean has(Endpoint endpoint, Family family) {
    return switch (endpoint) {
      case Endpoint.External external -> external.address().family() == family;
      case Endpoint.Pod pod -> pod.addresses().stream().anyMatch(a -> a.family() == family);
      case Endpoint.Node node -> false;
    };
  }

  private List<Endpoint> endpoints(String suffix, String text) {
    boolean dns = program.flows().stream().anyMatch(Flow::implied);
    List<String> namespaces = new ArrayList<>(List.of("elsewhere"));
    for (String namespace : List.of("n1", "n2", RandomProgram.OUTSIDE)) {
      if (text.contains("namespace " + namespace) || text.contains(", " + namespace + " ")) {
        namespaces.add(namespace);
      }
    }
    if (dns) {
      namespaces.add("kube-system");
    }
    List<String> apps = new ArrayList<>(List.of("", "other"));
    for (String app : RandomProgram.APPS) {
      if (Mutation.APPS.contains(app) || text.matches("(?s).*pods [^\\n}]*\\b" + app + "\\b.*")) {
        apps.add(app);
      }
    }
    List<Endpoint> endpoints = new ArrayList<>();
    for (String namespace : namespaces) {
      for (String app : apps) {
        Map<String, String> labels = new TreeMap<>();
        if (!app.isEmpty()) {
          labels.put("app", app);
        }
        endpoints.add(pod(namespace, app + suffix, labels));
        if (dns) {
          labels.put("k8s-app", "kube-dns");
          endpoints.add(pod(namespace, app + "-dns" + suffix, labels));
        }
      }
    }
    for (String address : ADDRESSES) {
      endpoints.add(new Endpoint.External(IpAddress.of(address)));
    }
    return endpoints;
  }

  /**
   * Creates a pod whose address is unknown, so that every block with an address of pods may contain
   * it. Its port {@code web} has a number that no other rule mentions. A rule can allow the name on
   * one side and another rule the number on the other side, so {@link #connect} also tries pods
   * whose port {@code web} has the number of the connection.
   */
  private Endpoint pod(String namespace, String name, Map<String, String> labels) {
    List<IpAddress> addresses =
        program.cluster().podsDeclared()
            ? List.of(IpAddress.of("10.244.0.5"))
            : List.of(IpAddress.of("10.200.0.5"), IpAddress.of("fd00::5"));
    return new Endpoint.Pod(
        Namespace.declared(namespace, Map.of()),
        name,
        labels,
        List.of(new NamedPort("web", Protocol.TCP, WEB, false)),
        false,
        "",
        addresses);
  }

  private static boolean isAnyone(Party party) {
    return party instanceof Party.Anyone || party instanceof Party.Others;
  }
}
