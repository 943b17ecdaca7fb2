package dev.zonec.verifier.closed.relation;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.net.Protocol;
import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.bits.IntList;
import dev.zonec.verifier.closed.bits.Transposition;
import dev.zonec.verifier.closed.port.PortAtoms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Computes which classes may connect on some port of a set.
 *
 * <p>For a fixed port, the relation is the bitwise AND of the egress rows with the transposed
 * ingress rows. Most admissions treat most ports of a protocol alike, so this is done once for each
 * protocol, on its widest atom, the base. For every further atom, only the sources and destinations
 * that treat the atom differently from the base are added. Invariant: after an atom is handled, the
 * result contains every pair that is allowed on it. A pair in which both classes treat the atom
 * like the base is allowed on both atoms or on neither.
 */
public final class AllowedPairs {
  private final List<Layer> layers;
  private final boolean any;
  private final PortAtoms atoms;
  private final int size;
  private final BitMatrix found;

  /**
   * @param any whether a connection is allowed if one layer allows it, rather than if all layers do
   */
  public AllowedPairs(List<Layer> layers, boolean any, PortAtoms atoms, int size) {
    this.layers = layers;
    this.any = any;
    this.atoms = atoms;
    this.size = size;
    this.found = BitMatrix.empty(size);
  }

  /**
   * Returns the pairs of classes that may connect on at least one atom of {@code ports}. Call it
   * once.
   */
  public BitMatrix on(BitSet ports) {
    if (any) {
      layers.forEach(layer -> addAll(List.of(layer), ports));
    } else {
      addAll(layers, ports);
    }
    return found;
  }

  private void addAll(List<Layer> together, BitSet ports) {
    for (Protocol protocol : Protocol.values()) {
      BitSet ofProtocol = atoms.of(protocol);
      ofProtocol.and(ports);
      add(together, ofProtocol);
    }
    if (ports.get(atoms.portless())) {
      BitSet portless = new BitSet();
      portless.set(atoms.portless());
      add(together, portless);
    }
  }

  private void add(List<Layer> together, BitSet ports) {
    if (ports.isEmpty()) {
      return;
    }
    int base = base(ports);
    List<BitRow[]> admitting = transposedIngress(together, base);
    addAllSources(together, base, admitting);
    for (int atom = ports.nextSetBit(0); atom >= 0; atom = ports.nextSetBit(atom + 1)) {
      Deadline.check();
      if (atom != base) {
        addDifferences(together, atom, base, admitting);
      }
    }
  }

  /**
   * Returns the atom with the most ports, which rules on single ports are least likely to mention.
   */
  private int base(BitSet ports) {
    int base = ports.nextSetBit(0);
    for (int atom = base; atom >= 0; atom = ports.nextSetBit(atom + 1)) {
      if (width(atom) > width(base)) {
        base = atom;
      }
    }
    return base;
  }

  private int width(int atom) {
    return atom == atoms.portless()
        ? 0
        : atoms.ported().get(atom).range().last() - atoms.ported().get(atom).range().first();
  }

  /** Returns, for each layer and source, the destinations that admit the source on {@code atom}. */
  private List<BitRow[]> transposedIngress(List<Layer> together, int atom) {
    List<BitRow[]> out = new ArrayList<>();
    for (Layer layer : together) {
      out.add(
          Transposition.of(
              d -> layer.ingress().get(d).row(atom),
              size,
              d -> layer.ingress().get(d).admitsAll(atom),
              d -> layer.ingress().get(d).admitsNone(atom)));
    }
    return out;
  }

  private void addAllSources(List<Layer> together, int atom, List<BitRow[]> admitting) {
    BitRow none = BitRow.empty(size);
    IntStream.range(0, size)
        .parallel()
        .forEach(source -> addDestinations(together, source, atom, admitting, none));
  }

  /** Adds the destinations of {@code source} on {@code atom}, except those in {@code excluded}. */
  private void addDestinations(
      List<Layer> together, int source, int atom, List<BitRow[]> admitting, BitRow excluded) {
    for (Layer layer : together) {
      if (layer.egress().get(source).admitsNone(atom)) {
        return;
      }
    }
    BitRow passing = together.getFirst().egress().get(source).row(atom).copy();
    for (int i = 0; i < together.size(); i++) {
      passing.and(admitting.get(i)[source]);
      if (i > 0) {
        passing.and(together.get(i).egress().get(source).row(atom));
      }
    }
    if (!excluded.isEmpty()) {
      passing.andNot(excluded);
    }
    found.row(source).or(passing);
  }

  private void addDifferences(
      List<Layer> together, int atom, int base, List<BitRow[]> admittingBase) {
    BitRow different = BitRow.empty(size);
    IntList destinations = new IntList();
    IntList sources = new IntList();
    for (int c = 0; c < size; c++) {
      boolean destinationDiffers = false;
      boolean sourceDiffers = false;
      for (Layer layer : together) {
        destinationDiffers |= !layer.ingress().get(c).treatsAlike(atom, base);
        sourceDiffers |= !layer.egress().get(c).treatsAlike(atom, base);
      }
      if (destinationDiffers) {
        different.set(c);
        destinations.add(c);
      }
      if (sourceDiffers) {
        sources.add(c);
      }
    }
    // One destination costs a test for each source; a whole atom costs a few steps for 64 tests.
    if (destinations.size() > size / 16) {
      addAllSources(together, atom, transposedIngress(together, atom));
      return;
    }
    for (int i = 0; i < sources.size(); i++) {
      Deadline.check();
      addDestinations(together, sources.get(i), atom, admittingBase, different);
    }
    for (int i = 0; i < destinations.size(); i++) {
      Deadline.check();
      addSources(together, destinations.get(i), atom);
    }
  }

  private void addSources(List<Layer> together, int destination, int atom) {
    BitRow admitted = together.getFirst().ingress().get(destination).row(atom);
    for (int s = admitted.next(0); s >= 0; s = admitted.next(s + 1)) {
      if (!found.get(s, destination) && allow(together, s, destination, atom)) {
        found.row(s).set(destination);
      }
    }
  }

  private static boolean allow(List<Layer> together, int source, int destination, int atom) {
    for (Layer layer : together) {
      if (!layer.allows(source, destination, atom)) {
        return false;
      }
    }
    return true;
  }
}
