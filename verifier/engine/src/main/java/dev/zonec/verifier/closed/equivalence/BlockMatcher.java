package dev.zonec.verifier.closed.equivalence;

import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.closed.bits.IntList;
import dev.zonec.verifier.closed.endpoint.EndpointSignature;
import dev.zonec.verifier.closed.endpoint.EndpointSignatures;
import dev.zonec.verifier.quotient.AddressAtoms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds the signatures whose addresses lie in an address block.
 *
 * <p>If an endpoint has no known address of a family, it can have any address that the cluster
 * leaves possible: a block may match it if the block overlaps these addresses, and certainly
 * matches it if the block contains all of them. If an endpoint has several known addresses, a block
 * may match it if it contains one of them, and certainly matches it if it contains all.
 */
public final class BlockMatcher {
  /**
   * The signatures in a block.
   *
   * @param addresses external addresses
   * @param pods pods with an address of their own
   * @param hosts nodes, and pods on the host network
   */
  public record Matches(IntList addresses, IntList pods, IntList hosts) {}

  private final EndpointSignatures signatures;
  private final Map<Family, AddressAtoms> atoms;
  private final Map<Family, List<IntList>> known = new EnumMap<>(Family.class);
  private final Map<Family, IntList> unknown = new EnumMap<>(Family.class);
  private final Map<Family, BitSet> ofPods = new EnumMap<>(Family.class);
  private final Map<Family, BitSet> ofNodes = new EnumMap<>(Family.class);

  /** Indexes {@code signatures} by their address atoms. */
  public BlockMatcher(
      EndpointSignatures signatures, Map<Family, AddressAtoms> atoms, Cluster cluster) {
    this.signatures = signatures;
    this.atoms = atoms;
    atoms.forEach(
        (family, familyAtoms) -> {
          ofPods.put(family, familyAtoms.indexesIn(cluster.podAddresses(family)));
          ofNodes.put(family, familyAtoms.indexesIn(cluster.nodeAddresses(family)));
          index(family, familyAtoms);
        });
  }

  private void index(Family family, AddressAtoms familyAtoms) {
    List<IntList> byAtom = new ArrayList<>(Collections.nCopies(familyAtoms.size(), IntList.NONE));
    IntList withNone = new IntList();
    for (int s = 0; s < signatures.size(); s++) {
      List<Integer> of = signatures.get(s).atoms(family);
      for (int atom : of) {
        if (byAtom.get(atom) == IntList.NONE) {
          byAtom.set(atom, new IntList());
        }
        byAtom.get(atom).add(s);
      }
      if (of.isEmpty() && signatures.get(s).kind() != EndpointSignature.Kind.ADDRESS) {
        withNone.add(s);
      }
    }
    known.put(family, byAtom);
    unknown.put(family, withNone);
  }

  /**
   * Returns the signatures that may have an address of {@code family} in one of {@code blocks} if
   * {@code permissive}, and otherwise those whose addresses of {@code family} all lie in {@code
   * blocks} together.
   */
  public Matches in(List<IpBlock> blocks, Family family, boolean permissive) {
    BitSet inBlocks = ofFamily(atoms, family).indexesIn(AddressSet.of(family, blocks));
    Matches found = new Matches(new IntList(), new IntList(), new IntList());
    Map<Integer, Integer> counts = new HashMap<>();
    List<IntList> byAtom = ofFamily(known, family);
    for (int atom = inBlocks.nextSetBit(0); atom >= 0; atom = inBlocks.nextSetBit(atom + 1)) {
      IntList candidates = byAtom.get(atom);
      for (int i = 0; i < candidates.size(); i++) {
        int s = candidates.get(i);
        int needed = permissive ? 1 : signatures.get(s).atoms(family).size();
        int counted =
            needed == 1 && signatures.get(s).atoms(family).size() == 1 ? 1 : increment(counts, s);
        if (counted == needed) {
          add(s, found);
        }
      }
    }
    addUnknown(inBlocks, family, permissive, found);
    return found;
  }

  private static int increment(Map<Integer, Integer> counts, int signature) {
    int count = counts.getOrDefault(signature, 0) + 1;
    counts.put(signature, count);
    return count;
  }

  private void addUnknown(BitSet inBlocks, Family family, boolean permissive, Matches found) {
    boolean pods = matches(inBlocks, ofFamily(ofPods, family), permissive);
    boolean nodes = matches(inBlocks, ofFamily(ofNodes, family), permissive);
    if (!pods && !nodes) {
      return;
    }
    IntList candidates = ofFamily(unknown, family);
    for (int i = 0; i < candidates.size(); i++) {
      if (isHost(signatures.get(candidates.get(i))) ? nodes : pods) {
        add(candidates.get(i), found);
      }
    }
  }

  private static boolean matches(BitSet inBlocks, BitSet possible, boolean permissive) {
    if (permissive) {
      return inBlocks.intersects(possible);
    }
    BitSet rest = (BitSet) possible.clone();
    rest.andNot(inBlocks);
    return !possible.isEmpty() && rest.isEmpty();
  }

  private static boolean isHost(EndpointSignature signature) {
    return !signature.isPod() || signature.hostNetwork();
  }

  private void add(int s, Matches found) {
    EndpointSignature signature = signatures.get(s);
    if (signature.kind() == EndpointSignature.Kind.ADDRESS) {
      found.addresses().add(s);
    } else if (isHost(signature)) {
      found.hosts().add(s);
    } else {
      found.pods().add(s);
    }
  }

  private static <T> T ofFamily(Map<Family, T> values, Family family) {
    return Objects.requireNonNull(values.get(family));
  }
}
