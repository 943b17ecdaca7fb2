package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.NamespaceSet;
import dev.zonec.kubernetes.rules.Traffic;
import dev.zonec.model.net.IpBlock;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Enforcement;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes that a rule matches a connection.
 *
 * <p>Proofs are about connections with a protocol that has ports, between two pods on the pod
 * network or between such a pod and an address outside the cluster. Labels and addresses are
 * variables, so they are never unknown. Two things are unknown: which addresses belong to nodes,
 * and which addresses a domain name stands for. A rule therefore has two conditions, one under
 * which it certainly matches and one under which it may match.
 */
final class RuleEncoding {
  private final Expressions expressions;
  private final Vocabulary vocabulary;
  private final EndpointEncoding ends;
  private final PortEncoding ports;

  RuleEncoding(
      Expressions expressions, Vocabulary vocabulary, EndpointEncoding ends, PortEncoding ports) {
    this.expressions = expressions;
    this.vocabulary = vocabulary;
    this.ends = ends;
    this.ports = ports;
  }

  /**
   * The conditions under which a rule matches.
   *
   * @param certain it matches for every possible value of the unknown
   * @param possible it matches for some value of the unknown
   * @param exact whether the two conditions are the same
   */
  record Match(BoolExpr certain, BoolExpr possible, boolean exact) {
    private static Match of(BoolExpr condition) {
      return new Match(condition, condition, true);
    }
  }

  /** The end is a subject of {@code chain}. */
  BoolExpr subject(Chain chain, EndpointSymbols self) {
    return pods(chain.subject(), self);
  }

  /** The end is one of {@code pods}. */
  private BoolExpr pods(Ends.Pods pods, EndpointSymbols end) {
    BoolExpr namespaces =
        switch (pods.namespaces()) {
          case NamespaceSet.Named(String name) ->
              ends.inNamespace(end, vocabulary.namespaceIndex(name));
          case NamespaceSet.Matching(var labels) -> ends.namespaceLabels(end, labels);
        };
    return expressions.and(List.of(end.isPod(), namespaces, ends.podLabels(end, pods.pods())));
  }

  /**
   * Returns whether the rule exists under the reading and can match a connection that proofs are
   * about.
   */
  static boolean isRelevant(ChainRule rule, Enforcement enforcement) {
    return rule.existsUnder(enforcement.reading())
        && !(rule.traffic() instanceof Traffic.Portless)
        && rule.peers().stream().anyMatch(peer -> !(peer instanceof Ends.OwnNode));
  }

  /**
   * Returns when {@code rule}, which is {@linkplain #isRelevant relevant}, matches a connection
   * whose other end is {@code other}.
   */
  Match match(ChainRule rule, Enforcement enforcement, EndpointSymbols other) {
    BoolExpr traffic = traffic(rule.traffic());
    Match peers = peers(rule.peers(), enforcement, other);
    BoolExpr certain = expressions.and(List.of(peers.certain(), traffic));
    return peers.exact()
        ? Match.of(certain)
        : new Match(certain, expressions.and(List.of(peers.possible(), traffic)), false);
  }

  private BoolExpr traffic(Traffic traffic) {
    return switch (traffic) {
      case Traffic.Everything everything -> expressions.z3().mkTrue();
      case Traffic.EveryPort every -> expressions.z3().mkTrue();
      case Traffic.Portless portless -> expressions.z3().mkFalse();
      case Traffic.Listed(List<PolicyPort> listed) ->
          ports.isIn(listed.stream().map(PolicyPort::clause).toList());
    };
  }

  private Match peers(List<Ends> peers, Enforcement enforcement, EndpointSymbols other) {
    List<BoolExpr> certain = new ArrayList<>();
    List<BoolExpr> possible = new ArrayList<>();
    List<IpBlock> blocksWithPods = new ArrayList<>();
    List<IpBlock> blocksOutside = new ArrayList<>();
    for (Ends peer : peers) {
      switch (peer) {
        case Ends.Anyone anyone -> certain.add(expressions.z3().mkTrue());
        case Ends.Pods pods -> certain.add(pods(pods, other));
        case Ends.Addresses addresses ->
            (enforcement.includePods(addresses) ? blocksWithPods : blocksOutside)
                .addAll(addresses.blocks());
        case Ends.Nodes nodes -> possible.add(ends.isNodeAddress(other, enforcement));
        // No end in a proof is the own node of a pod.
        case Ends.OwnNode own -> {}
        case Ends.DomainNames names -> possible.add(expressions.z3().mkTrue());
      }
    }
    if (!blocksWithPods.isEmpty()) {
      certain.add(ends.inBlocks(other, blocksWithPods));
    }
    if (!blocksOutside.isEmpty()) {
      certain.add(
          expressions.and(
              List.of(expressions.not(other.isPod()), ends.inBlocks(other, blocksOutside))));
    }
    BoolExpr certainly = expressions.or(certain);
    if (possible.isEmpty()) {
      return Match.of(certainly);
    }
    possible.add(certainly);
    return new Match(certainly, expressions.or(possible), false);
  }
}
