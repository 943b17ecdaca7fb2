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
 * Encodes when a rule matches.
 *
 * <p>A proof is about connections of protocols with ports, between pods on the pod network or
 * between such a pod and an address. Labels and addresses are symbols, so all of them are known;
 * only which addresses are nodes, and what domain names stand for, is not. A rule therefore has two
 * bounds.
 */
final class RuleEncoding {
  private final Terms terms;
  private final Vocabulary vocabulary;
  private final EndpointEncoding ends;
  private final PortEncoding ports;

  RuleEncoding(Terms terms, Vocabulary vocabulary, EndpointEncoding ends, PortEncoding ports) {
    this.terms = terms;
    this.vocabulary = vocabulary;
    this.ends = ends;
    this.ports = ports;
  }

  /**
   * When a rule matches.
   *
   * @param certain it matches whatever the unknown is
   * @param possible it may match
   * @param exact whether the two are the same
   */
  record Match(BoolExpr certain, BoolExpr possible, boolean exact) {
    private static Match of(BoolExpr known) {
      return new Match(known, known, true);
    }
  }

  /** The end is a subject of {@code chain}. */
  BoolExpr subject(Chain chain, EndpointSymbols self) {
    return pods(chain.subject(), self);
  }

  /** The pod is one of {@code pods}, and in one of their namespaces. */
  private BoolExpr pods(Ends.Pods pods, EndpointSymbols end) {
    BoolExpr namespaces =
        switch (pods.namespaces()) {
          case NamespaceSet.Named(String name) ->
              ends.inNamespace(end, vocabulary.namespaceIndex(name));
          case NamespaceSet.Matching(var labels) -> ends.namespaceLabels(end, labels);
        };
    return terms.and(List.of(end.isPod(), namespaces, ends.podLabels(end, pods.pods())));
  }

  /** Whether the rule exists and is about connections that proofs are about. */
  static boolean isRelevant(ChainRule rule, Enforcement enforcement) {
    return rule.existsUnder(enforcement.reading())
        && !(rule.traffic() instanceof Traffic.Portless)
        && rule.peers().stream().anyMatch(peer -> !(peer instanceof Ends.OwnNode));
  }

  /** When {@code rule} matches a connection with {@code other}; it {@link #isRelevant}. */
  Match match(ChainRule rule, Enforcement enforcement, EndpointSymbols other) {
    BoolExpr traffic = traffic(rule.traffic());
    Match peers = peers(rule.peers(), enforcement, other);
    BoolExpr certain = terms.and(List.of(peers.certain(), traffic));
    return peers.exact()
        ? Match.of(certain)
        : new Match(certain, terms.and(List.of(peers.possible(), traffic)), false);
  }

  private BoolExpr traffic(Traffic traffic) {
    return switch (traffic) {
      case Traffic.Everything everything -> terms.z3().mkTrue();
      case Traffic.EveryPort every -> terms.z3().mkTrue();
      case Traffic.Portless portless -> terms.z3().mkFalse();
      case Traffic.Listed(List<PolicyPort> listed) ->
          ports.opens(listed.stream().map(PolicyPort::clause).toList());
    };
  }

  private Match peers(List<Ends> peers, Enforcement enforcement, EndpointSymbols other) {
    List<BoolExpr> certain = new ArrayList<>();
    List<BoolExpr> possible = new ArrayList<>();
    List<IpBlock> blocksOfAll = new ArrayList<>();
    List<IpBlock> blocksOutside = new ArrayList<>();
    for (Ends peer : peers) {
      switch (peer) {
        case Ends.Anyone anyone -> certain.add(terms.z3().mkTrue());
        case Ends.Pods pods -> certain.add(pods(pods, other));
        case Ends.Addresses addresses ->
            (enforcement.includePods(addresses) ? blocksOfAll : blocksOutside)
                .addAll(addresses.blocks());
        case Ends.Nodes nodes -> possible.add(ends.isNodeOutside(other, enforcement));
        // Proofs take nodes out: no end is one.
        case Ends.OwnNode own -> {}
        case Ends.DomainNames names -> possible.add(terms.z3().mkTrue());
      }
    }
    if (!blocksOfAll.isEmpty()) {
      certain.add(ends.inBlocks(other, blocksOfAll));
    }
    if (!blocksOutside.isEmpty()) {
      certain.add(
          terms.and(List.of(terms.not(other.isPod()), ends.inBlocks(other, blocksOutside))));
    }
    BoolExpr surely = terms.or(certain);
    if (possible.isEmpty()) {
      return Match.of(surely);
    }
    possible.add(surely);
    return new Match(surely, terms.or(possible), false);
  }
}
