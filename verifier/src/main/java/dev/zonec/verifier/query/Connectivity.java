package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Intent;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.PolicyPort;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The ports that one place may open to another. Exact: ports between two cuts are alike to every
 * rule, so one of them is decided for all.
 */
final class Connectivity {
  private final Semantics semantics;
  private final TreeSet<Integer> cuts = new TreeSet<>();

  Connectivity(World world, Semantics semantics, Service asked) {
    this.semantics = semantics;
    cuts.add(1);
    for (Direction direction : Direction.values()) {
      Stream<PolicyPort> ports =
          world.policies().stream()
              .flatMap(policy -> policy.rules(direction).stream())
              .flatMap(rule -> rule.ports().stream());
      Stream<PolicyPort> clusterPorts =
          world.clusterPolicies().stream()
              .flatMap(policy -> policy.rules(direction).stream())
              .flatMap(rule -> rule.ports().stream());
      Stream.concat(ports, clusterPorts).forEach(port -> cut(cuts, port.clause()));
    }
    if (asked instanceof Service.Listed(var clauses)) {
      clauses.forEach(clause -> cut(cuts, clause));
    }
  }

  private static void cut(Set<Integer> cuts, PortClause clause) {
    if (clause instanceof PortClause.Numbered(var protocol, var range)) {
      cuts.add(range.first());
      cuts.add(range.last() + 1);
    }
  }

  /** The open ports that {@code asked} includes. */
  OpenPorts open(Endpoint from, Endpoint to, Service asked) {
    Map<Protocol, List<PortRange>> open = new EnumMap<>(Protocol.class);
    List<PortRange> atoms = atoms(to);
    for (Protocol protocol : Protocol.values()) {
      List<PortRange> ranges =
          atoms.stream()
              .filter(atom -> Intent.opens(asked, port(protocol, atom), to))
              .filter(atom -> decide(from, to, port(protocol, atom)).isAllowed())
              .toList();
      if (!ranges.isEmpty()) {
        open.put(protocol, OpenPorts.joined(ranges));
      }
    }
    return new OpenPorts(open);
  }

  private static Transport port(Protocol protocol, PortRange atom) {
    return new Transport.Ported(protocol, atom.first());
  }

  private List<PortRange> atoms(Endpoint to) {
    TreeSet<Integer> all = new TreeSet<>(cuts);
    if (to instanceof Endpoint.Pod pod) {
      for (NamedPort named : pod.namedPorts()) {
        all.add(named.port());
        all.add(named.port() + 1);
      }
    }
    List<PortRange> atoms = new ArrayList<>();
    for (int first : all.headSet(PortRange.ALL.last(), true)) {
      Integer next = all.higher(first);
      atoms.add(new PortRange(first, next == null ? PortRange.ALL.last() : next - 1));
    }
    return atoms;
  }

  /** The decision in a family in which the connection is allowed, if there is one. */
  Decision decide(Endpoint from, Endpoint to, Transport transport) {
    Optional<Decision> first = Optional.empty();
    for (Family family : families(from, to)) {
      Decision decision = semantics.decide(new Connection(from, to, family, transport));
      if (decision.isAllowed()) {
        return decision;
      }
      first = first.or(() -> Optional.of(decision));
    }
    return first.orElseThrow();
  }

  static List<Family> families(Endpoint from, Endpoint to) {
    for (Endpoint end : List.of(from, to)) {
      if (end instanceof Endpoint.External external) {
        return List.of(external.address().family());
      }
    }
    return List.of(Family.values());
  }
}
