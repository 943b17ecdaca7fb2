package dev.zonec.verifier.closed.equivalence;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.bits.IntList;
import dev.zonec.verifier.closed.endpoint.EndpointSignature;
import dev.zonec.verifier.closed.endpoint.EndpointSignatures;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides the endpoints into classes that no policy distinguishes.
 *
 * <p>This is a partition refinement. The first partition groups endpoints by everything that
 * differs independently of selectors: the kind of endpoint, named ports, the node, and the sets
 * that a question distinguishes. Each set of endpoints that a policy refers to then splits every
 * class into the members inside and outside of it: every subject, and every peer for each address
 * family and each reading. Invariant: after a set was used, it is a union of classes, and further
 * splits keep this true. Two endpoints of one class are therefore selected by the same policies,
 * and every rule matches both or neither. Later steps compute with one representative of each
 * class.
 */
public final class EquivalenceClasses {
  private final EndpointSignatures signatures;
  private final PodMatcher pods;
  private final BlockMatcher blocks;
  private final NodeMatcher nodes;
  private final int[] ofSignature;
  private final int[] firstOfClass;
  private final Map<PeerSelector, IntList> matching = new HashMap<>();
  private final Map<BlockQuery, BlockMatcher.Matches> blockMatches = new HashMap<>();

  private record BlockQuery(PeerSelector.Addressed peer, Family family) {}

  /** The features that distinguish signatures independently of selectors. */
  private record InitialKey(
      EndpointSignature.Kind kind,
      List<NamedPort> names,
      boolean hostNetwork,
      String node,
      BitSet set) {}

  /** Divides the signatures by {@code selectors}. */
  public EquivalenceClasses(
      EndpointSignatures signatures,
      PodMatcher pods,
      BlockMatcher blocks,
      NodeMatcher nodes,
      Collection<PeerSelector> selectors) {
    this.signatures = signatures;
    this.pods = pods;
    this.blocks = blocks;
    this.nodes = nodes;
    Object[] initial = new Object[signatures.size()];
    for (int s = 0; s < initial.length; s++) {
      EndpointSignature signature = signatures.get(s);
      initial[s] =
          new InitialKey(
              signature.kind(),
              signature.names(),
              signature.hostNetwork(),
              signature.node(),
              signature.set());
    }
    PartitionRefinement partition = new PartitionRefinement(initial);
    for (PeerSelector selector : selectors) {
      Deadline.check();
      switch (selector) {
        case PeerSelector.Local local -> partition.split(matching(local));
        case PeerSelector.Selected selected -> partition.split(matching(selected));
        case PeerSelector.Nodes labelled -> partition.split(matching(labelled));
        case PeerSelector.Addressed addressed -> {
          for (Family family : Family.values()) {
            BlockMatcher.Matches found = blockMatches(addressed, family);
            partition.split(found.addresses());
            partition.split(found.pods());
            partition.split(found.hosts());
          }
        }
      }
    }
    ofSignature = partition.numbered();
    IntList firsts = new IntList();
    for (int s = 0; s < ofSignature.length; s++) {
      if (ofSignature[s] == firsts.size()) {
        firsts.add(s);
      }
    }
    firstOfClass = firsts.toArray();
  }

  /** Returns the number of classes. */
  public int size() {
    return firstOfClass.length;
  }

  /**
   * Returns a signature of class {@code c}. The other signatures of the class differ only in
   * features that no policy depends on.
   */
  public EndpointSignature representative(int c) {
    return signatures.get(firstOfClass[c]);
  }

  /** Returns the class of a signature. */
  public int ofSignature(int signature) {
    return ofSignature[signature];
  }

  /** Returns the classes of pods that {@code subject} selects, without duplicates. */
  public IntList subjects(Ends.Pods subject, boolean permissive) {
    return switch (PeerSelector.of(subject, permissive)) {
      case PeerSelector.Local local -> classesOf(matching(local));
      case PeerSelector.Selected selected -> classesOf(matching(selected));
      case PeerSelector.Addressed addressed -> new IntList();
      case PeerSelector.Nodes labelled -> new IntList();
    };
  }

  /**
   * Returns the classes of the signatures {@code of}, which are a union of classes, without
   * duplicates.
   */
  public IntList classesOf(IntList of) {
    IntList out = new IntList();
    for (int i = 0; i < of.size(); i++) {
      if (firstOfClass[ofSignature[of.get(i)]] == of.get(i)) {
        out.add(ofSignature[of.get(i)]);
      }
    }
    return out;
  }

  /** Returns the signatures that {@code peer} matches. */
  public IntList matching(PeerSelector.Local peer) {
    return matching.computeIfAbsent(peer, p -> pods.inNamed(peer.namespace(), peer.pods()));
  }

  /** Returns the signatures that {@code peer} matches, or may match if it is permissive. */
  public IntList matching(PeerSelector.Selected peer) {
    return matching.computeIfAbsent(
        peer, p -> pods.inMatching(peer.namespaces(), peer.pods(), peer.permissive()));
  }

  /** Returns the signatures that {@code peer} matches, or may match if it is permissive. */
  public IntList matching(PeerSelector.Nodes peer) {
    return matching.computeIfAbsent(peer, p -> nodes.with(peer.labels(), peer.permissive()));
  }

  /** Returns the signatures with addresses of {@code family} in the blocks of {@code peer}. */
  public BlockMatcher.Matches blockMatches(PeerSelector.Addressed peer, Family family) {
    return blockMatches.computeIfAbsent(
        new BlockQuery(peer, family), q -> blocks.in(peer.blocks(), family, peer.permissive()));
  }

  /** Returns the classes of the signatures {@code of} as a row. */
  public BitRow row(IntList of) {
    BitRow row = BitRow.empty(size());
    for (int i = 0; i < of.size(); i++) {
      row.set(ofSignature[of.get(i)]);
    }
    return row;
  }
}
