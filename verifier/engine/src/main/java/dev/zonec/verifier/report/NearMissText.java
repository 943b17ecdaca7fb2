package dev.zonec.verifier.report;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.world.service.ServicePort;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.query.PortDecision;
import dev.zonec.verifier.query.ServiceCall;
import dev.zonec.verifier.semantics.Fit;
import dev.zonec.verifier.semantics.NearMiss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Explains why a rule does not admit a connection.
 *
 * @param connections the connection
 * @param direction the side of the rule
 */
record NearMissText(PortDecision connections, Direction direction) {
  /** Returns the rule with its place, followed by a line for each part that does not match. */
  List<String> lines(NearMiss miss) {
    List<String> lines = new ArrayList<>();
    lines.add(
        miss.rule().span().fileAndLine()
            + "   `"
            + direction.word()
            + ": "
            + RuleText.of(miss.rule(), miss.policy().namespace())
            + "`");
    Stream.of(peer(miss), port(miss))
        .flatMap(Optional::stream)
        .forEach(why -> lines.add("  " + why));
    return lines;
  }

  private Optional<String> peer(NearMiss miss) {
    return switch (miss.peer()) {
      case Fit.Fits fits -> Optional.empty();
      case Fit.Differs differs -> Optional.of("is for other peers");
      case Fit.UnknownLabels labels ->
          Optional.of("no manifest says which labels the other namespace has");
      case Fit.UnknownAddress address -> Optional.of("no manifest says which address it has");
      case Fit.Open(Knob knob) ->
          Optional.of(
              knob == Knob.HOST_NETWORK
                  ? "its peers do not match a pod on the host network (" + knob.word() + ")"
                  : "an ipBlock does not match pods (" + knob.word() + ")");
    };
  }

  private Optional<String> port(NearMiss miss) {
    return switch (miss.port()) {
      case Fit.Fits fits -> Optional.empty();
      case Fit.Differs differs -> Optional.of(otherPorts(miss));
      case Fit.UnknownLabels labels -> Optional.empty();
      case Fit.UnknownAddress address -> Optional.empty();
      case Fit.Open(Knob knob) ->
          Optional.of(
              knob == Knob.HOST_NETWORK
                  ? "a pod on the host network gives its ports no names (" + knob.word() + ")"
                  : "only a sidecar gives the port that name (" + knob.word() + ")");
    };
  }

  private String otherPorts(NearMiss miss) {
    Connection example = connections.example();
    Optional<ServicePort> called =
        connections
            .call()
            .flatMap(ServiceCall::port)
            .filter(port -> opens(miss, new Transport.Ported(port.protocol(), port.port())));
    if (called.isPresent()) {
      return "allows port "
          + called.get().port()
          + " of the Service, but policies apply to the port of the pod, "
          + example.transport();
    }
    return names(miss, example.destination()).orElse("is for other ports");
  }

  private static boolean opens(NearMiss miss, Transport.Ported called) {
    return miss.rule().ports().stream()
        .map(PolicyPort::clause)
        .anyMatch(
            clause ->
                clause instanceof PortClause.Numbered(var protocol, PortRange range)
                    && protocol == called.protocol()
                    && range.contains(called.port()));
  }

  /**
   * Returns the port numbers that the names of a rule stand for at the destination; empty if the
   * rule has other ports than named ones.
   */
  private static Optional<String> names(NearMiss miss, Endpoint destination) {
    List<PortClause.Named> names =
        miss.rule().ports().stream()
            .map(PolicyPort::clause)
            .filter(PortClause.Named.class::isInstance)
            .map(PortClause.Named.class::cast)
            .toList();
    if (names.size() < miss.rule().ports().size()) {
      return Optional.empty();
    }
    return Optional.of(
        names.stream().map(name -> name(name, destination)).collect(Collectors.joining("; ")));
  }

  private static String name(PortClause.Named clause, Endpoint destination) {
    if (!(destination instanceof Endpoint.Pod pod)) {
      return "an address gives no port the name `" + clause.name() + "`";
    }
    String numbers =
        pod.namedPorts().stream()
            .filter(port -> port.name().equals(clause.name()))
            .filter(port -> port.protocol() == clause.protocol())
            .map(NamedPort::port)
            .distinct()
            .map(port -> new Transport.Ported(clause.protocol(), port).toString())
            .collect(Collectors.joining(", "));
    return numbers.isEmpty()
        ? "the pod gives no " + clause.protocol() + " port the name `" + clause.name() + "`"
        : "`" + clause.name() + "` is " + numbers + " there";
  }
}
