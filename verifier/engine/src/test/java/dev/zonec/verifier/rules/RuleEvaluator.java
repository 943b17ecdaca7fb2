package dev.zonec.verifier.rules;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.NamespaceSet;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.kubernetes.rules.Traffic;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates lowered rules as their Javadoc describes them, one connection at a time. It lists every
 * outcome that unknown labels, addresses and names leave possible.
 */
final class RuleEvaluator {
  private final PolicySet rules;
  private final List<Endpoint.Node> nodes;
  private final Reading reading;
  private final Cluster cluster;

  RuleEvaluator(PolicySet rules, List<Endpoint.Node> nodes, Reading reading, Cluster cluster) {
    this.rules = rules;
    this.nodes = nodes;
    this.reading = reading;
    this.cluster = cluster;
  }

  /** A truth value: certain, impossible, or open. */
  private enum Truth {
    NO,
    MAYBE,
    YES;

    static Truth of(boolean known) {
      return known ? YES : NO;
    }

    static Truth of(long yes, long all) {
      return yes == 0 ? NO : yes == all ? YES : MAYBE;
    }

    Truth and(Truth other) {
      return values()[Math.min(ordinal(), other.ordinal())];
    }

    Truth or(Truth other) {
      return values()[Math.max(ordinal(), other.ordinal())];
    }
  }

  boolean allows(Connection connection) {
    if (connection.source() instanceof Endpoint.Pod pod && pod.isSame(connection.destination())) {
      return true;
    }
    List<Boolean> treatments =
        !reading.settled().containsKey(Knob.HOST_NETWORK)
            ? List.of(false, true)
            : List.of(!reading.isPermissive(Knob.HOST_NETWORK));
    List<Boolean> results = new ArrayList<>();
    for (boolean hostsAreNodes : treatments) {
      results.add(
          new ConnectionSide(connection, Direction.EGRESS, hostsAreNodes).admits()
              && new ConnectionSide(connection, Direction.INGRESS, hostsAreNodes).admits());
    }
    return reading.permissive() ? results.contains(true) : !results.contains(false);
  }

  /** One side of a connection, with host-network pods treated in one way. */
  private final class ConnectionSide {
    private final Connection connection;
    private final Direction direction;
    private final boolean hostsAreNodes;
    private final Endpoint self;
    private final Endpoint other;

    ConnectionSide(Connection connection, Direction direction, boolean hostsAreNodes) {
      boolean incoming = direction == Direction.INGRESS;
      this.connection = connection;
      this.direction = direction;
      this.hostsAreNodes = hostsAreNodes;
      this.self = incoming ? connection.destination() : connection.source();
      this.other = incoming ? connection.source() : connection.destination();
    }

    boolean admits() {
      Set<Boolean> outcomes = new LinkedHashSet<>();
      fromTier(0, outcomes);
      return reading.permissive() ? outcomes.contains(true) : !outcomes.contains(false);
    }

    private void fromTier(int index, Set<Boolean> outcomes) {
      if (index == rules.tiers().size()) {
        outcomes.add(true);
        return;
      }
      for (Optional<Action> outcome : ofTier(rules.tiers().get(index))) {
        if (outcome.isEmpty() || outcome.get() == Action.PASS) {
          fromTier(index + 1, outcomes);
        } else {
          outcomes.add(outcome.get() == Action.ACCEPT);
        }
      }
    }

    private Set<Optional<Action>> ofTier(RuleTier tier) {
      if (tier.skip().isPresent() && isSkipped(tier.skip().get())) {
        return Set.of(Optional.empty());
      }
      Set<Optional<Action>> outcomes = new LinkedHashSet<>();
      outcomes.add(Optional.empty());
      for (var level : tier.levels()) {
        if (outcomes.remove(Optional.<Action>empty())) {
          outcomes.addAll(ofLevel(level.chains(direction)));
        }
      }
      return outcomes;
    }

    private boolean isSkipped(RuleTier.Skip skip) {
      return reading.isPermissive(skip.knob())
          && rules.tier(skip.other()).levels().stream()
              .flatMap(level -> level.chains(direction.opposite()).stream())
              .anyMatch(chain -> isSubject(chain) == Truth.YES);
    }

    private Set<Optional<Action>> ofLevel(List<Chain> chains) {
      Set<Optional<Action>> outcomes = new LinkedHashSet<>();
      outcomes.add(Optional.empty());
      for (Chain chain : chains) {
        Set<Optional<Action>> both = new LinkedHashSet<>();
        for (Optional<Action> one : outcomes) {
          for (Optional<Action> another : ofChain(chain)) {
            both.add(one.isEmpty() ? another : another.isEmpty() ? one : winner(one, another));
          }
        }
        outcomes = both;
      }
      return outcomes;
    }

    private Optional<Action> winner(Optional<Action> one, Optional<Action> another) {
      List<Action> least = List.of(Action.DENY, Action.PASS, Action.ACCEPT);
      int a = least.indexOf(one.orElseThrow());
      int b = least.indexOf(another.orElseThrow());
      boolean most = reading.isPermissive(Knob.EQUAL_PRIORITY_TIES);
      return Optional.of(least.get(most ? Math.max(a, b) : Math.min(a, b)));
    }

    private Set<Optional<Action>> ofChain(Chain chain) {
      Set<Optional<Action>> outcomes = new LinkedHashSet<>();
      Truth subject = isSubject(chain);
      for (ChainRule rule : chain.rules()) {
        Truth matches = rule.existsUnder(reading) ? subject.and(matches(rule, chain)) : Truth.NO;
        if (matches != Truth.NO) {
          outcomes.add(Optional.of(rule.action()));
        }
        if (matches == Truth.YES) {
          return outcomes;
        }
      }
      outcomes.add(Optional.empty());
      return outcomes;
    }

    private boolean isNode(Endpoint.Pod pod, boolean hostNetwork) {
      return pod.hostNetwork() && (hostsAreNodes || !hostNetwork);
    }

    private Truth isSubject(Chain chain) {
      return isOneOf(chain.subject(), self, chain.hostNetwork());
    }

    private Truth isOneOf(Ends.Pods pods, Endpoint end, boolean hostNetwork) {
      if (!(end instanceof Endpoint.Pod pod)
          || isNode(pod, hostNetwork)
          || !pods.pods().matches(pod.labels())) {
        return Truth.NO;
      }
      return switch (pods.namespaces()) {
        case NamespaceSet.Named(String name) -> Truth.of(pod.namespace().name().equals(name));
        case NamespaceSet.Matching(var labels) -> {
          Truth all = Truth.YES;
          for (Requirement one : labels.requirements()) {
            boolean known =
                pod.namespace().declared() || pod.namespace().labels().containsKey(one.key());
            all = all.and(known ? Truth.of(one.matches(pod.namespace().labels())) : Truth.MAYBE);
          }
          yield all;
        }
      };
    }

    private Truth matches(ChainRule rule, Chain chain) {
      Truth peers = Truth.NO;
      for (Ends peer : rule.peers()) {
        peers = peers.or(isOneOf(peer, chain.hostNetwork()));
      }
      return peers.and(matches(rule.traffic(), chain.hostNetwork()));
    }

    private Truth isOneOf(Ends peer, boolean hostNetwork) {
      return switch (peer) {
        case Ends.Anyone anyone -> Truth.YES;
        case Ends.DomainNames names -> Truth.MAYBE;
        case Ends.Pods pods -> isOneOf(pods, other, hostNetwork);
        case Ends.Nodes labelled -> isOneOf(labelled, hostNetwork);
        case Ends.OwnNode own -> isOwnNode(hostNetwork);
        case Ends.Addresses addresses -> {
          boolean asPod = other instanceof Endpoint.Pod pod && !isNode(pod, hostNetwork);
          boolean counts = addresses.podsOnlyIf().map(reading::isPermissive).orElse(true);
          yield asPod && !counts
              ? Truth.NO
              : isIn(AddressSet.of(connection.family(), addresses.blocks()));
        }
      };
    }

    private Truth isOneOf(Ends.Nodes peer, boolean hostNetwork) {
      return switch (other) {
        case Endpoint.Node node -> Truth.of(peer.labels().matches(node.labels()));
        case Endpoint.External(IpAddress address) ->
            cluster.nodeAddresses(address.family()).contains(address)
                    || nodes.stream().anyMatch(node -> node.addresses().contains(address))
                ? Truth.MAYBE
                : Truth.NO;
        case Endpoint.Pod pod ->
            !isNode(pod, hostNetwork)
                ? Truth.NO
                : nodes.stream()
                    .filter(node -> node.name().equals(pod.node()))
                    .findFirst()
                    .map(node -> Truth.of(peer.labels().matches(node.labels())))
                    .orElse(Truth.MAYBE);
      };
    }

    private Truth isOwnNode(boolean hostNetwork) {
      String own = self instanceof Endpoint.Pod pod ? pod.node() : "";
      return switch (other) {
        case Endpoint.External external -> Truth.NO;
        case Endpoint.Node node -> isSame(own, node.name());
        case Endpoint.Pod pod -> isNode(pod, hostNetwork) ? isSame(own, pod.node()) : Truth.NO;
      };
    }

    private Truth isSame(String node, String another) {
      return node.isEmpty() || another.isEmpty() ? Truth.MAYBE : Truth.of(node.equals(another));
    }

    private Truth isIn(AddressSet set) {
      return switch (other) {
        case Endpoint.External(IpAddress address) -> Truth.of(set.contains(address));
        case Endpoint.Node node ->
            isIn(set, node.addresses(), cluster.nodeAddresses(connection.family()));
        case Endpoint.Pod pod ->
            isIn(
                set,
                pod.addresses(),
                pod.hostNetwork()
                    ? cluster.nodeAddresses(connection.family())
                    : cluster.podAddresses(connection.family()));
      };
    }

    private Truth isIn(AddressSet set, List<IpAddress> addresses, AddressSet possible) {
      List<IpAddress> known =
          addresses.stream().filter(each -> each.family() == connection.family()).toList();
      if (!known.isEmpty()) {
        return Truth.of(known.stream().filter(set::contains).count(), known.size());
      }
      if (!set.overlaps(possible)) {
        return Truth.NO;
      }
      return possible.minus(set).isEmpty() ? Truth.YES : Truth.MAYBE;
    }

    private Truth matches(Traffic traffic, boolean hostNetwork) {
      boolean ported = connection.transport() instanceof Transport.Ported;
      return switch (traffic) {
        case Traffic.Everything everything -> Truth.YES;
        case Traffic.EveryPort every -> Truth.of(ported);
        case Traffic.Portless portless -> Truth.of(!ported);
        case Traffic.Listed(List<PolicyPort> ports) -> {
          Truth any = Truth.NO;
          for (PolicyPort port : ports) {
            any = any.or(matches(port.clause(), hostNetwork));
          }
          yield any;
        }
      };
    }

    private Truth matches(PortClause clause, boolean hostNetwork) {
      if (!(connection.transport() instanceof Transport.Ported(var protocol, int number))
          || clause.protocol() != protocol) {
        return Truth.NO;
      }
      return switch (clause) {
        case PortClause.AllPorts all -> Truth.YES;
        case PortClause.Numbered(var p, var range) -> Truth.of(range.contains(number));
        case PortClause.Named(var p, String name) -> {
          Truth any = Truth.NO;
          if (connection.destination() instanceof Endpoint.Pod pod && !isNode(pod, hostNetwork)) {
            for (NamedPort port : pod.namedPorts()) {
              if (port.name().equals(name)
                  && port.protocol() == protocol
                  && port.port() == number) {
                any = any.or(port.sidecar() ? sidecarsCount() : Truth.YES);
              }
            }
          }
          yield any;
        }
      };
    }

    private Truth sidecarsCount() {
      return reading.settled().containsKey(Knob.SIDECAR_NAMED_PORTS)
          ? Truth.of(reading.isPermissive(Knob.SIDECAR_NAMED_PORTS))
          : Truth.MAYBE;
    }
  }
}
