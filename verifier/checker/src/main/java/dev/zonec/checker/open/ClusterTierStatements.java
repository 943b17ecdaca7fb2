package dev.zonec.checker.open;

import dev.zonec.checker.mention.MatchingRules;
import dev.zonec.checker.solver.Constant;
import dev.zonec.checker.solver.Statement;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What a tier of cluster-scoped policies says at one end of the connection (spec/semantics.md,
 * Cluster-scoped policies).
 *
 * <p>Two things are unknown: which addresses outside the cluster are nodes, and which ends a domain
 * name stands for. A rule can therefore be the first one that matches if it possibly matches and no
 * rule before it certainly does, and a tier has several possible outcomes.
 */
final class ClusterTierStatements {
  private final EndStatements ends;
  private final PortStatements ports;
  private final List<ClusterPolicy> policies;
  private final Cluster cluster;
  private final List<Cidr> nodes;

  /**
   * @param policies all cluster-scoped policies
   * @param cluster the ranges that the addresses of nodes can be in
   * @param nodes the declared nodes
   */
  ClusterTierStatements(
      EndStatements ends,
      PortStatements ports,
      List<ClusterPolicy> policies,
      Cluster cluster,
      List<Endpoint.Node> nodes) {
    this.ends = ends;
    this.ports = ports;
    this.policies = policies;
    this.cluster = cluster;
    this.nodes = nodes.stream().flatMap(node -> node.addresses().stream()).map(Cidr::only).toList();
  }

  /**
   * The conditions under which each outcome is possible.
   *
   * @param accept a rule accepts
   * @param pass a rule passes to the next tier
   * @param deny a rule denies
   * @param none no rule matches
   */
  private record Outcomes(Statement accept, Statement pass, Statement deny, Statement none) {
    /** Outcomes of no policy. */
    private static final Outcomes NOTHING =
        new Outcomes(Constant.FALSE, Constant.FALSE, Constant.FALSE, Constant.TRUE);
  }

  /**
   * The tier lets the connection through at the end of {@code direction}.
   *
   * @param next the next tier lets it through
   */
  Statement letsThrough(
      Tier tier, Direction direction, Ends connection, Reading reading, Statement next) {
    TreeMap<Integer, Outcomes> byPriority = new TreeMap<>();
    for (ClusterPolicy policy : policies) {
      if (policy.tier() == tier) {
        byPriority.merge(
            policy.priority(),
            of(policy, direction, connection),
            (one, other) -> tied(one, other, reading.isPermissive(Knob.EQUAL_PRIORITY_TIES)));
      }
    }
    Outcomes all = Outcomes.NOTHING;
    for (Outcomes later : byPriority.values()) {
      all = inOrder(all, later);
    }
    Statement passes = Statement.any(all.pass, all.none);
    // MAY takes the possible outcome that allows most, MUST the one that allows least.
    return reading.permissive()
        ? Statement.any(all.accept, Statement.all(passes, next))
        : Statement.all(Statement.not(all.deny), Statement.any(Statement.not(passes), next));
  }

  /** Returns the outcomes of {@code first} and, if it has none, those of {@code then}. */
  private static Outcomes inOrder(Outcomes first, Outcomes then) {
    return new Outcomes(
        Statement.any(first.accept, Statement.all(first.none, then.accept)),
        Statement.any(first.pass, Statement.all(first.none, then.pass)),
        Statement.any(first.deny, Statement.all(first.none, then.deny)),
        Statement.all(first.none, then.none));
  }

  /**
   * Returns the outcomes of two policies of equal priority. If both have one, the one that allows
   * most decides if {@code most}, and otherwise the one that allows least.
   */
  private static Outcomes tied(Outcomes one, Outcomes other, boolean most) {
    return most
        ? new Outcomes(
            Statement.any(one.accept, other.accept),
            either(one, other, Outcomes::pass, Outcomes::deny),
            eitherAlone(one, other, Outcomes::deny),
            Statement.all(one.none, other.none))
        : new Outcomes(
            eitherAlone(one, other, Outcomes::accept),
            either(one, other, Outcomes::pass, Outcomes::accept),
            Statement.any(one.deny, other.deny),
            Statement.all(one.none, other.none));
  }

  private interface Choice {
    Statement of(Outcomes outcomes);
  }

  /** One policy has the outcome, and the other one has it too, a weaker one, or none. */
  private static Statement either(Outcomes one, Outcomes other, Choice outcome, Choice weaker) {
    return Statement.any(
        Statement.all(
            outcome.of(one), Statement.any(outcome.of(other), weaker.of(other), other.none)),
        Statement.all(outcome.of(other), Statement.any(outcome.of(one), weaker.of(one), one.none)));
  }

  /** One policy has the outcome, and the other one has it too, or none. */
  private static Statement eitherAlone(Outcomes one, Outcomes other, Choice outcome) {
    return Statement.any(
        Statement.all(outcome.of(one), Statement.any(outcome.of(other), other.none)),
        Statement.all(outcome.of(other), Statement.any(outcome.of(one), one.none)));
  }

  private Outcomes of(ClusterPolicy policy, Direction direction, Ends connection) {
    List<ClusterRule> rules = MatchingRules.of(policy, direction);
    if (rules.isEmpty()) {
      return Outcomes.NOTHING;
    }
    End self = connection.self(direction);
    Statement subject =
        Statement.all(
            ends.namespaceMatches(self, policy.subject().namespaces()),
            ends.podMatches(self, policy.subject().pods()));
    List<Statement> accept = new ArrayList<>();
    List<Statement> pass = new ArrayList<>();
    List<Statement> deny = new ArrayList<>();
    Statement reached = subject;
    for (ClusterRule rule : rules) {
      Match match = match(rule, connection.other(direction), connection.destination());
      Statement first = Statement.all(reached, match.possible());
      switch (match.action()) {
        case ACCEPT -> accept.add(first);
        case PASS -> pass.add(first);
        case DENY -> deny.add(first);
      }
      reached = Statement.all(reached, Statement.not(match.certain()));
    }
    return new Outcomes(
        Statement.any(accept),
        Statement.any(pass),
        Statement.any(deny),
        Statement.any(Statement.not(subject), reached));
  }

  /**
   * The conditions under which a rule that can match does so.
   *
   * @param action what the rule then does
   * @param certain it matches whatever the unknown values are
   * @param possible it matches for some unknown values
   */
  private record Match(Action action, Statement certain, Statement possible) {}

  private Match match(ClusterRule rule, End other, End destination) {
    if (MatchingRules.failsClosed(rule)) {
      return new Match(Action.DENY, Constant.TRUE, Constant.TRUE);
    }
    List<Statement> certain = new ArrayList<>();
    List<Statement> possible = new ArrayList<>();
    for (ClusterPeer peer : rule.peers()) {
      switch (peer) {
        case ClusterPeer.Pods(var namespaces, var pods, var span) ->
            certain.add(
                Statement.all(
                    ends.namespaceMatches(other, namespaces), ends.podMatches(other, pods)));
        case ClusterPeer.Networks(var blocks, var span) -> certain.add(ends.inCidrs(other, blocks));
        case ClusterPeer.Nodes selected -> possible.add(mayBeNode(other));
        case ClusterPeer.DomainNames names -> possible.add(Constant.TRUE);
        case ClusterPeer.Unknown unknown -> throw new IllegalStateException("fails closed");
      }
    }
    possible.addAll(certain);
    Statement port =
        rule.ports().isEmpty()
            ? Constant.TRUE
            : ports.inAny(rule.ports().stream().map(PolicyPort::clause).toList(), destination);
    return new Match(
        rule.action(),
        Statement.all(Statement.any(certain), port),
        Statement.all(Statement.any(possible), port));
  }

  /** The end is an address outside the cluster that a node can have. */
  private Statement mayBeNode(End end) {
    return Statement.all(
        Statement.not(ends.isPod(end)),
        ends.overFamily(
            end, family -> cluster.nodeAddresses(family).union(AddressSet.ofCidrs(family, nodes))));
  }
}
