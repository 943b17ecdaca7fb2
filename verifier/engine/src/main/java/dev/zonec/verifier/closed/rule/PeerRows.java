package dev.zonec.verifier.closed.rule;

import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.equivalence.BlockMatcher;
import dev.zonec.verifier.closed.equivalence.EquivalenceClasses;
import dev.zonec.verifier.closed.equivalence.PeerSelector;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Evaluates peer selectors to rows of classes, for one address family and one treatment of
 * host-network pods.
 */
public final class PeerRows {
  private final EquivalenceClasses classes;
  private final Family family;
  private final boolean hostsAsNodes;
  private final BitRow hostNetwork;
  private final Map<PeerSelector, BitRow> rows = new HashMap<>();
  private final IdentityHashMap<Ends, BitRow> possible = new IdentityHashMap<>();
  private final IdentityHashMap<Ends, BitRow> certain = new IdentityHashMap<>();

  /**
   * @param family the address family of the connections
   * @param hostsAsNodes whether host-network pods are treated as their nodes
   */
  public PeerRows(EquivalenceClasses classes, Family family, boolean hostsAsNodes) {
    this.classes = classes;
    this.family = family;
    this.hostsAsNodes = hostsAsNodes;
    this.hostNetwork = BitRow.empty(classes.size());
    for (int c = 0; c < classes.size(); c++) {
      if (classes.representative(c).hostNetwork()) {
        hostNetwork.set(c);
      }
    }
  }

  /** Whether class {@code c} consists of host-network pods that are treated as their nodes. */
  public boolean isSeenAsNode(int c) {
    return hostsAsNodes && hostNetwork.get(c);
  }

  /**
   * Returns the classes that {@code peer} may select, or those that it certainly selects. The
   * caller must not change the row. A rule is evaluated for each class that it applies to, so the
   * row of a peer is found by the identity of the peer first.
   */
  BitRow row(Ends peer, Reading reading, boolean may) {
    return (may ? possible : certain)
        .computeIfAbsent(
            peer,
            p ->
                PeerSelector.of(p, reading, may)
                    .map(selector -> rows.computeIfAbsent(selector, this::evaluate))
                    .orElseGet(() -> BitRow.empty(classes.size())));
  }

  private BitRow evaluate(PeerSelector peer) {
    return switch (peer) {
      case PeerSelector.Local local -> ofPods(classes.row(classes.matching(local)));
      case PeerSelector.Selected selected -> ofPods(classes.row(classes.matching(selected)));
      case PeerSelector.Addressed addressed -> ofAddresses(addressed);
      case PeerSelector.Nodes nodes -> ofNodes(classes.row(classes.matching(nodes)));
    };
  }

  private BitRow ofPods(BitRow row) {
    if (hostsAsNodes) {
      row.andNot(hostNetwork);
    }
    return row;
  }

  private BitRow ofNodes(BitRow row) {
    if (!hostsAsNodes) {
      row.andNot(hostNetwork);
    }
    return row;
  }

  private BitRow ofAddresses(PeerSelector.Addressed peer) {
    BitRow row = BitRow.empty(classes.size());
    for (Family each : Family.values()) {
      row.or(classes.row(classes.blockMatches(peer, each).addresses()));
    }
    BlockMatcher.Matches held = classes.blockMatches(peer, family);
    BitRow hosts = classes.row(held.hosts());
    if (peer.ofPods()) {
      row.or(classes.row(held.pods()));
    } else if (!hostsAsNodes) {
      hosts.andNot(hostNetwork);
    }
    row.or(hosts);
    return row;
  }
}
