package dev.zonec.bench;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Author;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What clusters are made of. */
final class Parts {
  private static final Span NOWHERE = new Span(new SourceText("generated", ""), 0, 0);

  private Parts() {}

  static Workload pod(Namespace namespace, String name, Map<String, String> labels) {
    List<NamedPort> ports = List.of(new NamedPort("http", Protocol.TCP, 8080, false));
    Endpoint.Pod pod = new Endpoint.Pod(namespace, name, labels, ports, false, "", List.of());
    return new Workload(pod, "Pod", name, NOWHERE);
  }

  static Policy policy(
      String namespace, String name, Selector subject, List<Rule> ingress, List<Rule> egress) {
    return new Policy(
        namespace,
        name,
        subject,
        Set.of(Direction.values()),
        ingress,
        egress,
        new Author.Person(),
        NOWHERE);
  }

  static Policy policy(
      String namespace, String name, Selector subject, Direction direction, List<Rule> rules) {
    return new Policy(
        namespace,
        name,
        subject,
        Set.of(direction),
        direction == Direction.INGRESS ? rules : List.of(),
        direction == Direction.EGRESS ? rules : List.of(),
        new Author.Person(),
        NOWHERE);
  }

  static Rule rule(List<Peer> peers, PortClause... ports) {
    return new Rule(
        peers,
        List.of(ports).stream().map(port -> new PolicyPort(port, NOWHERE)).toList(),
        NOWHERE);
  }

  static Selector is(String key, String... values) {
    return new Selector(List.of(new Requirement.In(key, new TreeSet<>(List.of(values)))));
  }

  static Selector has(String key) {
    return new Selector(List.of(new Requirement.Exists(key)));
  }

  static Peer local(Selector pods) {
    return new Peer.Pods(new Peer.Namespaces.Own(), pods, NOWHERE);
  }

  static Peer in(Selector namespaces, Selector pods) {
    return new Peer.Pods(new Peer.Namespaces.Matching(namespaces), pods, NOWHERE);
  }

  static Peer block(String cidr) {
    return new Peer.Block(new IpBlock(Cidr.of(cidr), List.of()), NOWHERE);
  }

  static PortClause tcp(int port) {
    return tcp(port, port);
  }

  static PortClause tcp(int first, int last) {
    return new PortClause.Numbered(Protocol.TCP, new PortRange(first, last));
  }

  static PortClause udp(int port) {
    return new PortClause.Numbered(Protocol.UDP, new PortRange(port, port));
  }

  static PortClause named(String name) {
    return new PortClause.Named(Protocol.TCP, name);
  }
}
